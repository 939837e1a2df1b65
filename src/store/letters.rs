//! A packet as its client reads it: what was shown, put together again from the record.

use chrono_tz::Tz;
use rusqlite::OptionalExtension;

use super::clients::{Channel, Client, list};
use super::convert::{maybe_moment, moment};
use super::error::{Result, StoreError};
use super::reader::Reader;
use super::scores::zone_of;
use super::shown::from_body;
use crate::domain::Moment;
use crate::domain::ids::{ChannelId, ClientId, PacketId, PostId};
use crate::domain::packet::{Packet, PacketItem, Picture, Place, Wording};
use crate::domain::platform::Platforms;
use crate::domain::post::Format;
use crate::domain::tongue::Tongue;
use crate::domain::yes::Shown;

/// What stands about a post beside what was shown of it.
struct Beside {
    number: u32,
    post: PostId,
    format: Format,
    rubric: String,
    at: Option<Moment>,
    shown: Shown,
}

/// Whom a packet is for, and in which words.
struct Reading<'r> {
    reader: &'r Reader,
    tongue: Tongue,
    zone: Tz,
    channels: Vec<Channel>,
}

impl Reader {
    /// A packet as its client reads it, on the client's own wall.
    pub fn letter(&self, packet: PacketId) -> Result<Packet> {
        let sql =
            "SELECT client, code, lang, made_at FROM packet WHERE id = ? AND deleted_at IS NULL";
        let head: Option<(ClientId, String, String, i64)> = self
            .conn()
            .prepare_cached(sql)?
            .query_row([packet], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
            })
            .optional()?;
        let (client, code, tongue, made_at) = head.ok_or(StoreError::Gone {
            table: "packet",
            row: packet.0,
        })?;
        let client: Client = self.client(client)?;
        let reading = Reading {
            reader: self,
            tongue: Tongue::from_word(&tongue).unwrap_or_default(),
            zone: zone_of(&client),
            channels: self.channels()?,
        };
        let items = self.beside(packet)?.into_iter();
        let items = items.map(|beside| reading.item(beside));
        Ok(Packet {
            items: items.collect::<Result<_>>()?,
            made: moment(made_at).with_timezone(&reading.zone).date_naive(),
            tongue: reading.tongue,
            client: client.card.name,
            short: client.card.short,
            code,
            // The client is at home on this wall.
            zone: String::new(),
            reply_by: None,
        })
    }

    fn beside(&self, packet: PacketId) -> Result<Vec<Beside>> {
        let sql = "SELECT i.number, i.post, p.format, coalesce(r.name, ''), (SELECT min(a.at) FROM agenda_sum a \
            WHERE a.post = i.post AND a.outcome IN ('none', 'due', 'missed')), s.body FROM packet_item i \
            JOIN post p ON p.id = i.post JOIN shown s ON s.id = i.shown LEFT JOIN rubric r ON r.id = p.rubric \
            AND r.deleted_at IS NULL WHERE i.packet = ? AND i.deleted_at IS NULL ORDER BY i.number";
        list(self.conn(), sql, [packet], |row| {
            Ok(Beside {
                number: row.get(0)?,
                post: row.get(1)?,
                format: Format::from_word(&row.get::<_, String>(2)?).unwrap_or(Format::Text),
                rubric: row.get(3)?,
                at: maybe_moment(row.get(4)?),
                shown: from_body(&row.get::<_, String>(5)?),
            })
        })
    }
}

impl Reading<'_> {
    fn item(&self, beside: Beside) -> Result<PacketItem> {
        let Beside { shown, .. } = beside;
        let channels: Vec<ChannelId> = shown.wordings.iter().map(|it| it.0).collect();
        Ok(PacketItem {
            number: beside.number,
            format: beside.format,
            rubric: beside.rubric,
            when: beside
                .at
                .map(|at| at.with_timezone(&self.zone).naive_local()),
            places: channels.iter().filter_map(|it| self.place(*it)).collect(),
            wordings: self.wordings(&shown),
            pictures: self.pictures(beside.post, &shown)?,
            topic: shown.topic,
            first_comment: shown.first_comment,
            client_note: shown.client_note,
            link: shown.link,
        })
    }

    fn place(&self, channel: ChannelId) -> Option<Place> {
        let channel = self.channels.iter().find(|it| it.id == channel)?;
        let platform = Platforms::in_force().by_id(&channel.card.platform)?;
        Some(Place::new(platform, &channel.card.handle, self.tongue))
    }

    /// Wordings, each with the places it is for; one that all share is for all of them.
    fn wordings(&self, shown: &Shown) -> Vec<Wording> {
        let all: Vec<Place> = shown
            .wordings
            .iter()
            .filter_map(|(channel, _)| self.place(*channel))
            .collect();
        let mut wordings: Vec<Wording> = Vec::new();
        for (channel, text) in &shown.wordings {
            let place = self.place(*channel).map(|place| told_apart(place, &all));
            match wordings.iter_mut().find(|it| it.text == *text) {
                Some(wording) => wording.places.extend(place),
                None => wordings.push(Wording {
                    places: place.into_iter().collect(),
                    text: text.clone(),
                }),
            }
        }
        if let [shared] = wordings.as_mut_slice() {
            shared.places.clear();
        }
        wordings
    }

    /// Pictures as they were shown; how they are described is read as it stands.
    fn pictures(&self, post: PostId, shown: &Shown) -> Result<Vec<Picture>> {
        let sql = "SELECT alt, bytes FROM media WHERE post = ? AND hash = ? ORDER BY deleted_at IS NOT NULL, id LIMIT 1";
        let mut asked = self.reader.conn().prepare_cached(sql)?;
        let mut pictures = Vec::with_capacity(shown.pictures.len());
        for picture in &shown.pictures {
            let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get::<_, i64>(1)?));
            let found: Option<(String, i64)> =
                asked.query_row((post, &picture.hash), read).optional()?;
            let (alt, bytes) = found.unwrap_or_default();
            pictures.push(Picture {
                name: picture.name.clone(),
                hash: picture.hash.clone(),
                is_cover: picture.is_cover,
                bytes: u64::try_from(bytes).unwrap_or(0),
                alt,
            });
        }
        Ok(pictures)
    }
}

/// The name of a place; where two are of one platform, with the name of its page.
fn told_apart(place: Place, all: &[Place]) -> String {
    let alike = all.iter().filter(|other| other.name == place.name).count();
    if alike > 1 && !place.handle.is_empty() {
        format!("{} ({})", place.name, place.handle)
    } else {
        place.name
    }
}
