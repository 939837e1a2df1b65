//! What was read, laid into the cells of the calendar.

use chrono::NaiveDate;

use super::{Band, Board, Gap, Item, Knot, Look, Whose, later};
use crate::env::Env;
use crate::store::Spot;

impl Board {
    /// Lays bands and cells.
    pub(super) fn lay(&mut self, gaps: &[Gap], env: &Env<'_>) {
        let Some(span) = self.span else {
            return;
        };
        self.bands = match (span.look, span.scope) {
            (Look::Month, _) => (0..span.weeks)
                .map(|week| Band {
                    whose: Whose::All,
                    monday: later(span.first, week * 7),
                })
                .collect(),
            (_, None) => {
                let clients = env.roster.clients.iter();
                let lanes = clients.map(|client| Whose::Client(client.id));
                lanes.map(|whose| lane(whose, span.first)).collect()
            }
            (_, Some(client)) => {
                let channels = env.roster.channels_of(client);
                let postable = channels.filter(|channel| {
                    let platform = env.roster.platform(channel.id);
                    platform.is_none_or(crate::domain::platform::Platform::is_postable)
                });
                let lanes = postable.map(|channel| Whose::Channel(channel.id));
                lanes.map(|whose| lane(whose, span.first)).collect()
            }
        };
        self.cells = vec![Vec::new(); self.bands.len() * 7];
        for spot in std::mem::take(&mut self.spots) {
            let place = self.place(&Place::of_spot(&spot), env);
            if let Some(place) = place.filter(|_| spot.is_shown) {
                tie(&mut self.cells[place], &spot, env);
            }
            self.spots.push(spot);
        }
        for gap in gaps {
            if let Some(place) = self.place(&Place::of_gap(gap), env) {
                share(&mut self.cells[place], gap);
            }
        }
        for cell in &mut self.cells {
            cell.sort_by_key(Item::at);
        }
    }

    /// The cell in which something belongs.
    fn place(&self, place: &Place, env: &Env<'_>) -> Option<usize> {
        let span = self.span?;
        let day = env.wall(place.at?).date_naive();
        let days = usize::try_from((day - span.first).num_days()).ok()?;
        let band = match span.look {
            Look::Month => Some(days / 7),
            _ => self.bands.iter().position(|band| match band.whose {
                Whose::Client(client) => client == place.client,
                Whose::Channel(channel) => channel == place.channel,
                Whose::All => true,
            }),
        };
        let cell = band? * 7 + days % 7;
        (cell < self.cells.len()).then_some(cell)
    }
}

/// Whose something is, where, and when.
struct Place {
    client: crate::domain::ids::ClientId,
    channel: crate::domain::ids::ChannelId,
    at: Option<crate::domain::Moment>,
}

impl Place {
    fn of_spot(spot: &Spot) -> Self {
        Self {
            client: spot.client,
            channel: spot.channel,
            at: spot.at,
        }
    }

    fn of_gap(gap: &Gap) -> Self {
        Self {
            client: gap.client,
            channel: gap.channels[0],
            at: Some(gap.at),
        }
    }
}

/// Puts a gap into its cell, together with those of the same client at the same minute.
fn share(cell: &mut Vec<Item>, gap: &Gap) {
    let same = cell.iter_mut().find_map(|item| match item {
        Item::Gap(other) if other.client == gap.client && other.at == gap.at => Some(other),
        _ => None,
    });
    match same {
        Some(other) => other.channels.extend(&gap.channels),
        None => cell.push(Item::Gap(gap.clone())),
    }
}

fn lane(whose: Whose, monday: NaiveDate) -> Band {
    Band { whose, monday }
}

/// Ties a variant to those of its post at the same minute. What is out or unsure stands apart, as in the list.
fn tie(cell: &mut Vec<Item>, spot: &Spot, env: &Env<'_>) {
    let status = spot.status(env.now);
    let same = cell.iter_mut().find_map(|item| match item {
        Item::Post(knot)
            if knot.spots[0].post == spot.post
                && knot.at() == spot.at
                && knot.status.apart() == status.apart() =>
        {
            Some(knot)
        }
        _ => None,
    });
    match same {
        Some(knot) => {
            knot.status = knot.status.min(status);
            knot.spots.push(spot.clone());
        }
        None => cell.push(Item::Post(Knot {
            spots: vec![spot.clone()],
            status,
        })),
    }
}
