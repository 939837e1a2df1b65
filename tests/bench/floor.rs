//! The floor: the least a program of this kind can do. A bordered list of 10 000 rows, of which the visible ones are
//! given to the library, beside a paragraph about the chosen one.

use ratatui::Frame;
use ratatui::crossterm::event::{Event, KeyCode, read};
use ratatui::layout::{Constraint, Layout};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, List, ListItem, ListState, Paragraph, Wrap};

/// Rows of the list.
const ROWS: usize = 10_000;

/// A list and where she is in it.
pub(crate) struct Floor {
    rows: Vec<String>,
    at: usize,
    top: usize,
}

impl Floor {
    /// Ten thousand rows.
    pub(crate) fn new() -> Self {
        let rows = (0..ROWS)
            .map(|n| {
                format!(
                    "{n:05}  comment {n} from user{} on VK: great coffee, thanks",
                    n % 3000
                )
            })
            .collect();
        Self {
            rows,
            at: 0,
            top: 0,
        }
    }

    /// One row down, or back to the top from the end.
    pub(crate) fn down(&mut self) {
        self.at = (self.at + 1) % self.rows.len();
    }

    /// Draws it.
    pub(crate) fn draw(&mut self, frame: &mut Frame<'_>) {
        let [list, detail] =
            Layout::horizontal([Constraint::Percentage(60), Constraint::Percentage(40)])
                .areas(frame.area());
        let height = usize::from(list.height.saturating_sub(2)).max(1);
        self.top = self
            .top
            .clamp((self.at + 1).saturating_sub(height), self.at);
        let shown = &self.rows[self.top..(self.top + height).min(self.rows.len())];
        let items = shown.iter().map(|row| ListItem::new(row.as_str()));
        let widget = List::new(items)
            .block(Block::bordered().title("posts"))
            .highlight_style(Style::new().add_modifier(Modifier::REVERSED));
        let mut state = ListState::default().with_selected(Some(self.at - self.top));
        frame.render_stateful_widget(widget, list, &mut state);
        let text = format!(
            "{}\n\n{}",
            self.rows[self.at],
            "A longer text about it. ".repeat(12)
        );
        let paragraph = Paragraph::new(text)
            .wrap(Wrap { trim: true })
            .block(Block::bordered().title("detail"));
        frame.render_widget(paragraph, detail);
    }
}

/// The floor in a real terminal; `q` ends it.
pub(crate) fn show() {
    let mut floor = Floor::new();
    let mut terminal = ratatui::init();
    loop {
        terminal.draw(|frame| floor.draw(frame)).unwrap();
        if let Event::Key(key) = read().unwrap() {
            match key.code {
                KeyCode::Char('j') | KeyCode::Down => floor.down(),
                KeyCode::Char('q') => break,
                _ => {}
            }
        }
    }
    ratatui::restore();
}
