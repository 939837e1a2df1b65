//! Publishing hand in hand: channel by channel, text on the clipboard, page open, checklist in sight, Enter stamps.

mod copies;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Reply;
use super::enter::Enter;
use crate::action::Action;
use crate::domain::address::{Parts, is_safe_link, share_address};
use crate::domain::command::{Command, DeliveryCommand};
use crate::domain::ids::VariantId;
use crate::domain::platform::Step;
use crate::domain::sanitize;
use crate::domain::words::Words;
use crate::effect::{Effect, Effects, Purpose, Show, Weight};
use crate::env::Env;
use crate::store::{AgendaLine, Parcel, Reader, Result};
use crate::ui::{clear, put_cut_to, put_to, rule};
use copies::{copies, lengths};

/// The steps for one post on its channels.
#[derive(Debug)]
pub struct Publish {
    jobs: Vec<(AgendaLine, Parcel)>,
    at: usize,
    /// Which part `y` copied last on this channel.
    part: usize,
    permalink: String,
    /// Where the bundle of this channel lies.
    folder: String,
    /// A held key must not stamp what nobody has published.
    enter: Enter,
}

impl Publish {
    /// Reads what must go out.
    pub fn open(reader: &Reader, variants: &[VariantId]) -> Result<Self> {
        let mut jobs = Vec::new();
        for variant in variants {
            if let Some(line) = reader.line(*variant)? {
                jobs.push((line, reader.parcel(*variant)?));
            }
        }
        Ok(Self {
            jobs,
            at: 0,
            part: 0,
            permalink: String::new(),
            folder: String::new(),
            enter: Enter::default(),
        })
    }

    /// The bundle of the channel at hand has been laid out here.
    pub fn laid_out(&mut self, folder: String) {
        self.folder = folder;
    }

    /// What happens on arriving at a channel: the text is copied, the page opened, the bundle laid out. The bundle comes
    /// last, because a picture that is gone must not hold up the text.
    pub fn begin(&mut self, env: &Env<'_>) -> Effects {
        let Some((line, parcel)) = self.jobs.get(self.at) else {
            return Effects::none();
        };
        self.part = 0;
        self.permalink.clear();
        self.enter.wait(env.now);
        let opened = Command::Delivery(DeliveryCommand::Opened {
            variants: vec![line.variant],
        });
        let copy = self.copy(env);
        let open = address(line, parcel, env).map_or(Effects::none(), |address| {
            Effect::OpenAddress(address).into()
        });
        Effects::from(opened)
            .and(copy)
            .and(open)
            .then(Effect::Bundle(line.variant))
    }

    pub(super) fn act(&mut self, action: Action, env: &Env<'_>) -> Reply {
        let Some((line, parcel)) = self.jobs.get(self.at) else {
            return Reply::close();
        };
        let variants = vec![line.variant];
        match action {
            Action::Do => self.stamp(env),
            Action::Copy => {
                self.part = (self.part + 1) % copies(line, parcel, env).len();
                Reply::with(self.copy(env))
            }
            Action::Lead => Reply::with(match address(line, parcel, env) {
                Some(address) => Effect::OpenAddress(address),
                None => Effect::Toast(Words::new("publish-no-address"), Weight::Note),
            }),
            Action::Time | Action::Later => {
                Reply::close_with(Effect::Show(Show::Prompt(Purpose::Time { variants })))
            }
            Action::NextSlot => Reply::close_with(Effect::NextSlot(variants)),
            Action::Done => {
                Reply::close_with(Effect::Show(Show::Prompt(Purpose::Skip { variants })))
            }
            Action::Back => Reply::close(),
            _ => Reply::stay(),
        }
    }

    /// A pasted address is the permalink; anything else is no business of this window.
    pub(super) fn paste(&mut self, text: &str, _env: &Env<'_>) -> Reply {
        let link = sanitize::line(text).trim().to_owned();
        if is_safe_link(&link) {
            self.permalink = link;
            return Reply::stay();
        }
        Reply::with(Effect::Toast(Words::new("publish-not-a-link"), Weight::Bad))
    }

    /// Out, as she says: stamped with the moment, then the next channel or away.
    fn stamp(&mut self, env: &Env<'_>) -> Reply {
        if !self.enter.is_new(env.now) {
            return Reply::stay();
        }
        let stamp = Command::Delivery(DeliveryCommand::Stamp {
            variants: vec![self.jobs[self.at].0.variant],
            at: env.now,
            permalink: std::mem::take(&mut self.permalink),
        });
        self.at += 1;
        if self.at >= self.jobs.len() {
            return Reply::close_with(stamp);
        }
        let next = self.begin(env);
        Reply::with(Effects::from(stamp).and(next))
    }

    fn copy(&self, env: &Env<'_>) -> Effects {
        let Some((line, parcel)) = self.jobs.get(self.at) else {
            return Effects::none();
        };
        let copied = copies(line, parcel, env).into_iter().nth(self.part);
        copied.map_or(Effects::none(), |(what, text)| {
            Effect::Copy { text, what }.into()
        })
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        clear(buf, area);
        let (line, parcel) = self.jobs.get(self.at)?;
        let (client, _) = env.roster.badge(line.client);
        let title = format!(
            "{} · {client} · {}",
            env.roster.code(line.channel),
            line.topic
        );
        let count = format!("{} / {}", self.at + 1, self.jobs.len());
        rule(
            buf,
            Rect {
                height: 1.min(area.height),
                ..area
            },
            &title,
            &count,
            env.theme,
        );
        let mut y = area.y + 1;
        y = self.draw_steps(area, y, line, parcel, buf, env);
        y = self.draw_facts(area, y + 1, line, parcel, buf, env);
        draw_text(area, y + 1, parcel, buf, env);
        None
    }

    fn draw_steps(
        &self,
        area: Rect,
        mut y: u16,
        line: &AgendaLine,
        parcel: &Parcel,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> u16 {
        for (step, number) in steps(line, parcel, env).into_iter().zip(1..) {
            if y >= area.bottom() {
                break;
            }
            let words = env.locale.text(&format!("step-{}", step.name()));
            let detail = self.detail(step, line, parcel, env);
            let x = put_to(
                buf,
                area.x + 1,
                y,
                area.right(),
                &format!("{number}. {words}"),
                env.theme.text,
            );
            put_cut_to(buf, x + 2, y, area.right(), &detail, env.theme.dim);
            y += 1;
        }
        y
    }

    /// What is at hand for a step.
    fn detail(&self, step: Step, line: &AgendaLine, parcel: &Parcel, env: &Env<'_>) -> String {
        match step {
            Step::Open => page(line, parcel, env),
            Step::PasteText => {
                let copies = copies(line, parcel, env);
                let copied = copies
                    .get(self.part)
                    .map(|(what, _)| env.locale.words(what));
                let args = [("what", copied.unwrap_or_default().into())];
                env.locale.say("publish-on-clipboard", &args)
            }
            Step::Pictures => parcel
                .media
                .iter()
                .map(|media| media.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
            Step::FirstComment => parcel.first_comment.clone(),
            Step::Link => parcel.link.clone(),
            Step::Alt | Step::CheckPreview | Step::Publish => String::new(),
        }
    }

    fn draw_facts(
        &self,
        area: Rect,
        y: u16,
        line: &AgendaLine,
        parcel: &Parcel,
        buf: &mut Buffer,
        env: &Env<'_>,
    ) -> u16 {
        let mut facts: Vec<(String, ratatui::style::Style)> = Vec::new();
        if let Some(lack) = line.lacks_media() {
            let words = env.locale.words(&lack.words());
            facts.push((format!("! {words}"), env.theme.bad));
        }
        if !parcel.approved {
            facts.push((
                env.locale.text("publish-not-approved").into_owned(),
                env.theme.warn,
            ));
        }
        facts.extend(lengths(line, parcel, env));
        let seen_at = if self.permalink.is_empty() {
            env.locale.text("publish-link-empty").into_owned()
        } else {
            env.locale
                .say("publish-link", &[("link", self.permalink.as_str().into())])
        };
        facts.push((seen_at, env.theme.accent));
        if !self.folder.is_empty() {
            let words = env
                .locale
                .say("publish-folder", &[("folder", self.folder.as_str().into())]);
            facts.push((words, env.theme.dim));
        }
        let mut y = y;
        for (words, style) in facts {
            if y < area.bottom() {
                put_cut_to(buf, area.x + 1, y, area.right(), &words, style);
                y += 1;
            }
        }
        y
    }
}

fn draw_text(area: Rect, y: u16, parcel: &Parcel, buf: &mut Buffer, env: &Env<'_>) {
    if y >= area.bottom() {
        return;
    }
    let text_area = Rect {
        x: area.x + 1.min(area.width),
        y,
        width: area.width.saturating_sub(2).min(80),
        height: area.bottom() - y,
    };
    let mut shown = crate::ui::Editor::new(&parcel.text);
    shown.settle(text_area.width, text_area.height);
    shown.draw(
        text_area,
        buf,
        &crate::ui::EditorStyle::from(env.theme),
        false,
    );
}

/// The steps of publishing one variant by hand, those without anything to do left out.
pub(crate) fn steps(line: &AgendaLine, parcel: &Parcel, env: &Env<'_>) -> Vec<Step> {
    let platform = env.roster.platform(line.channel);
    let all = platform.map_or(&[][..], |platform| &platform.checklist);
    let each = all.iter().copied();
    each.filter(|step| applies(*step, parcel)).collect()
}

/// Where it is published, for whoever has no browser here: the channel's page, else the address that is opened.
pub(crate) fn page(line: &AgendaLine, parcel: &Parcel, env: &Env<'_>) -> String {
    let own = env.roster.channel(line.channel).map(|it| &it.card.link);
    match own.filter(|own| !own.is_empty()) {
        Some(own) => own.clone(),
        None => address(line, parcel, env).unwrap_or_default(),
    }
}

/// A step without anything to do is no step.
fn applies(step: Step, parcel: &Parcel) -> bool {
    match step {
        Step::Pictures => !parcel.media.is_empty(),
        Step::Alt => parcel.media.iter().any(|media| !media.alt.is_empty()),
        Step::FirstComment => !parcel.first_comment.is_empty(),
        Step::Link => !parcel.link.is_empty(),
        Step::Open | Step::PasteText | Step::CheckPreview | Step::Publish => true,
    }
}

/// The platform's share page filled in, else its compose page, else the channel itself.
fn address(line: &AgendaLine, parcel: &Parcel, env: &Env<'_>) -> Option<String> {
    let channel = env.roster.channel(line.channel)?;
    let platform = env.roster.platform(line.channel)?;
    let parts = Parts {
        url: if parcel.link.is_empty() {
            &channel.card.link
        } else {
            &parcel.link
        },
        text: &parcel.text,
        title: &parcel.topic,
        handle: &channel.card.handle,
    };
    // A page that takes the text and still publishes to the right place is only trusted where the text travels along.
    let takes_text = platform.share.contains("{text}");
    let share = takes_text
        .then(|| share_address(&platform.share, &parts).ok())
        .flatten();
    share
        .or_else(|| share_address(&platform.compose, &parts).ok())
        .or_else(|| is_safe_link(&channel.card.link).then(|| channel.card.link.clone()))
}
