//! What was done lands where she does not work: said with it, never in its way.

use super::{App, env};
use crate::domain::command::{Command, PlanCommand};
use crate::domain::words::Words;
use crate::env::Landing;
use crate::store::Result;

impl App {
    /// What was done together with what it lands on; nothing where it finds her at work.
    pub(super) fn away(&self, command: &Command, moved: Option<&Words>) -> Result<Option<Words>> {
        let landings = self.landings(command)?;
        let env = env!(self);
        let (away, all) = env.found_away(&landings);
        let why = match away.as_slice() {
            [] => return Ok(None),
            [off] if all == 1 => env.away_shortly(off),
            several => {
                let args = [("n", several.len().into()), ("all", all.into())];
                self.locale.say("off-several", &args)
            }
        };
        let when = moved.and_then(|moved| moved.args.get("when"));
        let words = match when {
            Some(when) => Words::new("moved-to-off").with("when", when),
            None => Words::new("did-off").with("what", self.locale.words(&command.title())),
        };
        Ok(Some(words.with("why", why)))
    }

    /// Where a Command has put posts: what was moved, and copies. A new post was warned of while it was typed.
    fn landings(&self, command: &Command) -> Result<Vec<Landing>> {
        let mut landings = Vec::new();
        match command {
            Command::Plan(PlanCommand::Reschedule { moves }) => {
                for (variant, planned) in moves {
                    let Some(planned) = planned else { continue };
                    let line = self.store.reader().line(*variant)?;
                    landings.extend(line.map(|line| Landing {
                        post: line.post,
                        client: line.client,
                        channel: line.channel,
                        at: planned.at,
                    }));
                }
            }
            Command::Plan(PlanCommand::CopyPosts { copies }) => {
                for copy in copies {
                    let planned = copy.onto.iter().filter_map(|landing| {
                        Some(Landing {
                            post: copy.post,
                            client: copy.client,
                            channel: landing.channel,
                            at: landing.planned.as_ref()?.at,
                        })
                    });
                    landings.extend(planned);
                }
            }
            _ => {}
        }
        Ok(landings)
    }
}
