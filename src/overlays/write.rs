//! The text of a post or of one variant: our editor, counters per channel above, kept as it is typed, saved on leaving.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::Reply;
use crate::domain::command::{Command, PlanCommand};
use crate::domain::count::{over_limit_tail, standing};
use crate::domain::ids::{ChannelId, PostId, RevId, VariantId};
use crate::domain::post::{Outcome, Status};
use crate::domain::sanitize;
use crate::effect::{Effect, Effects, Show};
use crate::env::{Env, Kept};
use crate::keys::{Code, Key};
use crate::store::{AgendaLine, Memo, Reader, Result};
use crate::ui::{Editor, EditorStyle, clear, put_cut_to, put_right, put_to, rule};

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
            saved,
        };
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
            self.mark(env);
        }
        Reply::stay()
    }

    /// The tail over the strictest limit of its channels stands out.
    fn mark(&mut self, env: &Env<'_>) {
        let text = self.editor.text();
        let tail = self
            .channels
            .iter()
            .filter_map(|channel| env.roster.platform(*channel))
            .flat_map(|platform| platform.text_limits(self.has_media))
            .filter_map(|limit| over_limit_tail(text, &limit))
            .min();
        let marks = tail.map(|from| (from..text.len(), env.theme.bad));
        self.editor.set_marks(marks.into_iter().collect());
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

    pub(super) fn settle(&mut self, area: Rect, _env: &Env<'_>) {
        let inside = text_area(area);
        self.editor.settle(inside.width, inside.height);
    }

    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) -> Option<(u16, u16)> {
        clear(buf, area);
        let row = |n: u16| Rect {
            y: area.y + n.min(area.height.saturating_sub(1)),
            height: 1.min(area.height),
            ..area
        };
        let (client, _) = env.roster.badge(self.client);
        rule(
            buf,
            row(0),
            &format!("{client} · {}", self.topic),
            &self.note(env),
            env.theme,
        );
        self.draw_counters(row(1), buf, env);
        if area.height > 8 && !self.brief.is_empty() {
            let brief = env
                .locale
                .say("write-brief", &[("brief", self.brief.as_str().into())]);
            put_cut_to(
                buf,
                area.x + 1,
                row(2).y,
                area.right(),
                &brief,
                env.theme.dim,
            );
        }
        self.editor
            .draw(text_area(area), buf, &EditorStyle::from(env.theme), true)
    }

    fn note(&self, env: &Env<'_>) -> String {
        if self.resumed {
            return env.locale.text("write-resumed").into_owned();
        }
        let words = self.words_to_avoid();
        if words.is_empty() {
            return String::new();
        }
        env.locale
            .say("write-avoid", &[("words", words.join(", ").into())])
    }

    fn words_to_avoid(&self) -> Vec<&str> {
        let text = self.editor.text();
        self.avoid
            .iter()
            .filter(|word| crate::domain::fold::contains_folded(text, word))
            .map(String::as_str)
            .collect()
    }

    fn draw_counters(&self, row: Rect, buf: &mut Buffer, env: &Env<'_>) {
        let mut x = row.x + 1;
        for channel in &self.channels {
            let Some(platform) = env.roster.platform(*channel) else {
                continue;
            };
            let standing = standing(self.editor.text(), platform, self.has_media);
            let max = standing
                .max
                .map_or_else(|| "—".to_owned(), |max| env.locale.number(max as i64));
            let words = format!(
                "{} {}/{max}",
                platform.code,
                env.locale.number(standing.used as i64)
            );
            let style = if standing.over {
                env.theme.bad
            } else if standing.warn {
                env.theme.warn
            } else {
                env.theme.dim
            };
            x = put_to(buf, x, row.y, row.right(), &words, style) + 3;
        }
        let (words, style) = self.standing_words(env);
        // The counters matter more than the comfort that nothing is lost.
        if usize::from(x) + crate::ui::width::width(&words) <= usize::from(row.right()) {
            put_right(buf, row, &words, style);
        }
    }

    /// What becomes of the words typed here: kept, too late for some channels, or in the middle of going out.
    fn standing_words(&self, env: &Env<'_>) -> (String, Style) {
        if !self.out.is_empty() {
            let codes: Vec<&str> = self.out.iter().map(|it| env.roster.code(*it)).collect();
            let args = [("codes", codes.join(" ").into())];
            return (env.locale.say("write-out", &args), env.theme.warn);
        }
        if self.is_due {
            return (env.locale.text("write-due").into_owned(), env.theme.warn);
        }
        (env.locale.text("write-kept").into_owned(), env.theme.dim)
    }
}

/// Whose text is kept: the post's, or that of a variant that goes its own way.
pub fn owner(post: PostId, variant: Option<VariantId>) -> String {
    match variant {
        Some(variant) => format!("variant:{}", variant.0),
        None => format!("post:{}", post.0),
    }
}

/// Two rows of facts above on a low screen, three and a margin on a taller one; long lines are tiring, so 100 columns at most.
fn text_area(area: Rect) -> Rect {
    let above = if area.height > 8 {
        4
    } else {
        2.min(area.height)
    };
    Rect {
        x: area.x + 1.min(area.width),
        y: area.y + above,
        width: area.width.saturating_sub(2).min(100),
        height: area.height - above,
    }
}
