//! Laying out what goes out by hand: the bundle of a variant, under a name that sorts by its moment.

use std::path::{Path, PathBuf};

use crate::domain::Moment;
use crate::domain::ids::VariantId;
use crate::env::Roster;
use crate::media::bundle::{self, BundleError};
use crate::store::{Reader, Result, StoreError};

/// Writes the bundle of a variant into the outbox of the desk in this folder; none where the variant is gone.
pub(crate) fn lay_out(
    reader: &Reader,
    folder: &Path,
    roster: &Roster,
    variant: VariantId,
    now: Moment,
) -> Result<Option<PathBuf>> {
    let Some(line) = reader.line(variant)? else {
        return Ok(None);
    };
    let parcel = reader.parcel(variant)?;
    let when = line.at.unwrap_or(now);
    let (client, _) = roster.badge(line.client);
    let code = roster.code(line.channel);
    let wall = when
        .with_timezone(&roster.zone(line.client))
        .format("%Y-%m-%d-%H%M");
    let pictures = parcel.media.into_iter();
    let laid = bundle::lay_out(
        folder,
        &bundle::Bundle {
            name: format!("{wall}-{client}-{code}-{}", parcel.topic),
            text: parcel.text,
            first_comment: parcel.first_comment,
            link: parcel.link,
            pictures: pictures.map(|it| (it.hash, it.name, it.alt)).collect(),
        },
    );
    let laid = laid.map_err(|error| match error {
        BundleError::Gone(name) => StoreError::PictureGone { name },
        BundleError::Io(error) => error.into(),
    })?;
    log::info!("bundle laid out");
    Ok(Some(laid))
}
