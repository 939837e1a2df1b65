//! The block under the list: what there is to say about the row under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::rows::Row;
use super::{Rubrics, words};
use crate::domain::ids::{CampaignId, RubricId};
use crate::domain::post::Format;
use crate::env::Env;
use crate::ui::{put_to, rule, wrapped};

impl Rubrics {
    /// Draws it; an area without rows draws nothing.
    pub(super) fn draw_detail(&self, area: Rect, buf: &mut Buffer, env: &Env<'_>) {
        if area.height == 0 {
            return;
        }
        let (title, said) = match self.row() {
            Some(Row::Rubric(id)) => self.about_rubric(id, env),
            Some(Row::Campaign(id)) => self.about_campaign(id, env),
            Some(Row::Format(format)) => self.about_format(format, env),
            Some(Row::NoRubric | Row::NewRubric | Row::NewCampaign) | None => {
                (String::new(), Vec::new())
            }
        };
        rule(buf, area, &title, "", env.theme);
        let cells = usize::from(area.width.saturating_sub(1));
        let rows = said.iter().flat_map(|text| {
            let rows = wrapped(text, cells).into_iter();
            rows.map(move |row| &text[row])
        });
        for (row, y) in rows.zip(area.y + 1..area.bottom()) {
            put_to(buf, area.x + 1, y, area.right(), row, env.theme.text);
        }
    }

    /// Its share in posts, how far that is from the target, and where its posts go.
    fn about_rubric(&self, id: RubricId, env: &Env<'_>) -> (String, Vec<String>) {
        let Some(rubric) = self.sheet.rubric(id) else {
            return (String::new(), Vec::new());
        };
        let mix = &self.sheet.mix;
        let posts = mix.posts_of(Some(id));
        let Some(cent) = mix.per_cent(posts) else {
            let empty = env.locale.text("rubrics-detail-empty").into_owned();
            return (rubric.name.clone(), vec![empty]);
        };
        let args = [
            ("posts", posts.into()),
            ("all", mix.posts.into()),
            ("cent", cent.into()),
        ];
        let share = env.locale.say("rubrics-detail-share", &args);
        let target = rubric.share.map_or_else(
            || env.locale.text("rubrics-detail-no-target").into_owned(),
            |share| self.against(share, posts, env),
        );
        let said = vec![
            format!("{share}{}{target}", words::BETWEEN),
            words::channels(mix, Some(id), env),
        ];
        (rubric.name.clone(), said)
    }

    /// So many posts more or fewer than a target comes to.
    fn against(&self, share: u32, posts: u32, env: &Env<'_>) -> String {
        let wanted = self.sheet.mix.posts_for(share);
        let key = match posts.cmp(&wanted) {
            std::cmp::Ordering::Greater => "rubrics-detail-over",
            std::cmp::Ordering::Less => "rubrics-detail-under",
            std::cmp::Ordering::Equal => "rubrics-detail-even",
        };
        let args = [
            ("share", share.into()),
            ("n", posts.abs_diff(wanted).into()),
        ];
        env.locale.say(key, &args)
    }

    /// How its posts stand, what it is for, and what it is called in links.
    fn about_campaign(&self, id: CampaignId, env: &Env<'_>) -> (String, Vec<String>) {
        let Some((campaign, progress)) = self.sheet.campaign(id) else {
            return (String::new(), Vec::new());
        };
        let card = &campaign.card;
        let mut said = vec![words::progress(*progress, env)];
        if !card.goal.is_empty() {
            let args = [("goal", card.goal.as_str().into())];
            said.push(env.locale.say("campaign-goal", &args));
        }
        if !card.utm.is_empty() {
            let args = [("utm", card.utm.as_str().into())];
            said.push(env.locale.say("campaign-utm", &args));
        }
        (card.name.clone(), said)
    }

    /// The whole checklist, and what the client's platforms allow.
    fn about_format(&self, format: Format, env: &Env<'_>) -> (String, Vec<String>) {
        let title = env.locale.text(&format!("format-{}", format.word()));
        let platforms = &self.sheet.platforms;
        let limits = words::limits(format, platforms, env).join(words::BETWEEN);
        let said = vec![words::needs(format, platforms, env), limits];
        (title.into_owned(), said)
    }
}
