//! The text of a post or of one variant: our editor, counters per channel above, kept as it is typed, saved on leaving.

mod counters;
mod findings;
mod marks;
mod view;

use super::Reply;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::ids::{ChannelId, PostId, RevId, VariantId};
use crate::domain::post::{Outcome, Status};
use crate::domain::sanitize;
use crate::effect::{Effect, Effects, Show};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{AgendaLine, Memo, Reader, Result};
use crate::ui::Editor;

/// Writing.
#[derive(Debug)]
pub struct Write {
    post: PostId,
    variant: Option<VariantId>,
    topic: String,
    client: crate::domain::ids::ClientId,
    /// Where this text goes: channels that inherit it, or the one that overrides it.
    channels: Vec<ChannelId>,
    /// Those where it is out: they keep what went out, whatever is written now.
    out: Vec<ChannelId>,
    /// Whether its moment has come on some channel: somebody may be publishing it right now.
    is_due: bool,
    has_media: bool,
    brief: String,
    avoid: Vec<String>,
    saved: String,
    base: Option<RevId>,
    editor: Editor,
    /// What the checker says of it.
    findings: findings::Findings,
    /// Text of an earlier sitting was taken up again.
    resumed: bool,
}

impl Write {
    /// Opens the wording that stands, or text of an earlier sitting that never found its place.
    pub fn open(
        reader: &Reader,
        post: PostId,
        variant: Option<VariantId>,
        env: &Env<'_>,
    ) -> Result<Self> {
        let lines = reader.variants_of(post)?;
        let rev = reader.wording(post, variant)?;
        let saved = rev
            .as_ref()
            .map_or_else(String::new, |rev| rev.text.clone());
        let kept = reader
            .draft(&owner(post, variant))?
            .filter(|draft| draft.text != saved);
        let first = lines.first();
        let client = first.map_or(crate::domain::ids::ClientId(0), |line| line.client);
        let avoid = env
            .roster
            .client(client)
            .map_or_else(Vec::new, |client| client.card.avoid.clone());
        let mine = |line: &&AgendaLine| variant.is_none_or(|variant| variant == line.variant);
        let mine: Vec<&AgendaLine> = lines.iter().filter(mine).collect();
        let out = mine
            .iter()
            .filter(|line| line.outcome == Outcome::Published);
        let mut write = Self {
            post,
            variant,
            topic: first.map_or_else(String::new, |line| line.topic.clone()),
            client,
            out: out.map(|line| line.channel).collect(),
            is_due: mine.iter().any(|line| line.status(env.now) == Status::Due),
            channels: mine.iter().map(|line| line.channel).collect(),
            has_media: first.is_some_and(|line| line.media > 0),
            brief: reader.brief(post)?,
            avoid,
            base: rev.map(|rev| rev.id),
            editor: Editor::new(
                kept.as_ref()
                    .map_or(saved.as_str(), |draft| draft.text.as_str()),
            ),
            resumed: kept.is_some(),
            findings: findings::Findings::default(),
            saved,
        };
        write.findings.read((post, variant), reader, env.now)?;
        write.mark(env);
        Ok(write)
    }

    /// The post's card may have changed, or an older wording was taken up; text being typed stays.
    pub fn refresh(&mut self, reader: &Reader, env: &Env<'_>) -> Result<()> {
        let stands = reader.wording(self.post, self.variant)?;
        if let Some(rev) = stands.filter(|rev| rev.text != self.saved)
            && self.editor.text() == self.saved
        {
            self.editor = Editor::new(&rev.text);
            self.base = Some(rev.id);
            self.saved = rev.text;
        }
        if let Some(line) = reader.variants_of(self.post)?.into_iter().next() {
            self.has_media = line.media > 0;
            self.topic = line.topic;
        }
        self.brief = reader.brief(self.post)?;
        self.findings
            .read((self.post, self.variant), reader, env.now)?;
        self.mark(env);
        Ok(())
    }

    /// Text being typed.
    pub(super) fn kept(&self) -> Kept {
        Kept {
            owner: owner(self.post, self.variant),
            text: self.editor.text().to_owned(),
            caret: self.editor.caret(),
        }
    }

    /// The wording it started from, for telling later whether somebody else saved meanwhile.
    pub fn base(&self) -> Option<RevId> {
        self.base
    }

    pub(super) fn key(&mut self, key: Key, env: &Env<'_>) -> Reply {
        if let Some(done) = self.finding_key(key) {
            return self.changed(done, env);
        }
        let changed = match key.code {
            Code::Esc => return self.leave(),
            Code::Tab => return Reply::with(Effect::Show(Show::PostCard(self.post))),
            Code::Enter => self.editor.newline(),
            Code::Char('j') if key.mods.ctrl => self.editor.newline(),
            _ => self.editor.input(key),
        };
        self.changed(changed, env)
    }

    pub(super) fn paste(&mut self, text: &str, env: &Env<'_>) -> Reply {
        let changed = self.editor.paste_clean(&sanitize::text(text));
        self.changed(changed, env)
    }

    fn changed(&mut self, reply: crate::ui::Reply, env: &Env<'_>) -> Reply {
        if reply == crate::ui::Reply::Changed {
            self.findings.changed();
            self.mark(env);
        }
        Reply::stay()
    }

    /// Leaving saves: one editing session is one entry in the journal.
    fn leave(&self) -> Reply {
        let forget = Effect::Remember(Memo::Drop {
            owner: owner(self.post, self.variant),
        });
        let text = sanitize::text(self.editor.text());
        if text == self.saved {
            return Reply::close_with(forget);
        }
        let save = Effect::Apply(Command::Plan(PlanCommand::SaveText {
            post: self.post,
            variant: self.variant,
            text,
        }));
        Reply::close_with(Effects::one(save).then(forget))
    }
}

/// Whose text is kept: the post's, or that of a variant that goes its own way.
pub fn owner(post: PostId, variant: Option<VariantId>) -> String {
    match variant {
        Some(variant) => format!("variant:{}", variant.0),
        None => format!("post:{}", post.0),
    }
}
