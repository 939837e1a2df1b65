//! `export`: the plan, messages, readings and clients as files. What is said about them goes to standard error.

mod order;

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

use chrono_tz::Tz;

use super::door::Door;
use super::named;
use super::stop::Stop;
use crate::domain::Moment;
use crate::domain::campaign;
use crate::domain::filter::{self, Filter};
use crate::domain::sanitize;
use crate::domain::slips;
use crate::domain::words::Words;
use crate::env::Roster;
use crate::report::export::{Form, Stretch, Trouble, Wanted, What, file, write};
use crate::store::Reader;
pub(super) use order::ExportOrder;
use order::{Dated, Out};

/// Standard output by name.
const STDOUT: &str = "-";

/// Writes what was asked for.
pub(super) fn run(door: &mut Door<'_>, order: &ExportOrder) -> Result<(), Stop> {
    let (what, out, dated, words) = match order {
        ExportOrder::Plan(plan) => {
            let dated = &plan.dated;
            (What::Plan, &dated.out, Some(dated), plan.filter.as_deref())
        }
        ExportOrder::Messages(dated) => (What::Messages, &dated.out, Some(dated), None),
        ExportOrder::Readings(dated) => (What::Readings, &dated.out, Some(dated), None),
        ExportOrder::Clients(out) => (What::Clients, out, None, None),
    };
    let form = form(out)?;
    let reader = door.reader()?;
    let roster = Roster::read(&reader)?;
    let client = match &out.client {
        Some(who) => Some(named::client(&roster, who)?.id),
        None => None,
    };
    let wall = client.map_or(door.zone, |client| roster.zone(client));
    let wanted = Wanted {
        what,
        form,
        client,
        stretch: dated.map_or(Ok(None), |dated| stretch(dated, door.now, wall))?,
        filter: words.map_or(Ok(Filter::default()), |words| passing(words, &reader))?,
        only_waiting: false,
        now: door.now,
    };
    let (rows, place) = match out.file.as_deref().filter(|it| *it != Path::new(STDOUT)) {
        None => (to_stdout(&reader, &wanted)?, None),
        Some(path) => {
            let rows = file::whole(path, out.force, |file| write(&reader, &wanted, file));
            let name = sanitize::line(&path.to_string_lossy());
            (rows.map_err(stopped)?, Some(name))
        }
    };
    let key = format!("exported-{}", what.word());
    let counted = door.locale.words(&Words::new(&key).with("n", rows));
    let said = match place {
        Some(file) => Words::new("exported-into").with("file", file),
        None => Words::new("exported"),
    };
    door.remark(&said.with("what", counted));
    Ok(())
}

/// The form that was named, or the one of the file's ending; CSV where nothing says another.
fn form(out: &Out) -> Result<Form, Stop> {
    let file = out.file.as_deref().filter(|it| *it != Path::new(STDOUT));
    let ending = file.and_then(Path::extension);
    let ending = ending.map(|it| it.to_string_lossy().to_ascii_lowercase());
    let (named, key) = match (&out.format, &ending) {
        (Some(named), _) => (named.trim().to_ascii_lowercase(), "export-no-format"),
        (None, Some(ending)) => (ending.clone(), "export-no-ending"),
        (None, None) => return Ok(Form::Csv),
    };
    let found = match named.as_str() {
        "markdown" => Some(Form::Md),
        "ndjson" => Some(Form::Jsonl),
        word => Form::from_word(word),
    };
    found.ok_or_else(|| {
        let known: Vec<&str> = Form::ALL.iter().map(|it| it.word()).collect();
        let near = slips::nearest(&named, known.iter().copied()).unwrap_or_default();
        let words = Words::new(key).with("name", named::shown(&named));
        Stop::misasked(words.with("known", known.join(", ")).with("near", near))
    })
}

/// The days between which it lies, on the wall that is meant; none named at an end goes on for ever.
fn stretch(dated: &Dated, now: Moment, wall: Tz) -> Result<Option<Stretch>, Stop> {
    let mut wrong = Vec::new();
    let mut read = |typed: Option<&str>| match typed.map(|it| campaign::day(it, now, wall)) {
        None => None,
        Some(Ok(day)) => Some(day),
        Some(Err(error)) => {
            wrong.push(error.words());
            None
        }
    };
    let (from, to) = (read(dated.from.as_deref()), read(dated.to.as_deref()));
    Stop::unless_right(wrong)?;
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    if from.zip(to).is_some_and(|(from, to)| to < from) {
        return Err(Stop::misasked(Words::new("export-ends-first")));
    }
    Ok(Some(Stretch {
        first: from,
        last: to,
        wall,
    }))
}

/// The filter of a line as the window reads it; what it names must be there.
fn passing(line: &str, reader: &Reader) -> Result<Filter, Stop> {
    let read = filter::read(line, &reader.filter_names()?);
    Stop::unless_right(read.unclear.iter().map(filter::Unclear::words).collect())?;
    Ok(read.filter)
}

fn to_stdout(reader: &Reader, wanted: &Wanted) -> Result<usize, Stop> {
    let stdout = io::stdout();
    if wanted.form == Form::Xlsx && stdout.is_terminal() {
        return Err(Stop::refused(Words::new("export-no-terminal")));
    }
    let mut out = BufWriter::with_capacity(64 * 1024, stdout.lock());
    let rows = write(reader, wanted, &mut out).map_err(stopped)?;
    out.flush().map_err(|error| stopped(error.into()))?;
    Ok(rows)
}

/// A reader that has seen enough is no failure.
fn stopped(trouble: Trouble) -> Stop {
    match trouble {
        Trouble::Io(error) if error.kind() == ErrorKind::BrokenPipe => Stop::ReaderLeft,
        trouble => Stop::refused(trouble.words()),
    }
}
