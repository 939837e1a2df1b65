//! How fast the desk is when it is big: 100 000 posts, a million messages, a million readings. `cargo bench` makes such
//! a desk once, keeps it, and measures the window on it beside a bare list drawn with the same library.
//!
//! `POSTDESK_BENCH_DIR` says where the desks lie (otherwise in the build folder). Without `--bench`, which `cargo bench`
//! adds, a small desk is measured: enough to see that the benchmark works. `-- --floor` shows the bare list in a real
//! terminal, `-- --write` measures only how letters wait in texts of all lengths, `-- --bulk` only what many rows do that
//! come in beside an open window. Wall time tells little on a busy machine: the ratios are of instructions where `perf` can
//! count them.
#![expect(
    clippy::unwrap_used,
    reason = "a benchmark may stop at the first surprise"
)]

mod bulk;
mod counted;
mod day;
mod desk;
mod floor;
mod table;
mod typing;
mod window;

use std::path::PathBuf;

use desk::Size;
use table::Table;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let after = |flag: &str| {
        let at = args.iter().position(|arg| arg == flag)?;
        args.get(at + 1).cloned()
    };
    if has("--floor") {
        return floor::show();
    }
    let size = if has("--bench") {
        Size::BIG
    } else {
        Size::SMALL
    };
    if let Some(what) = after("--only") {
        let times = after("--times").map_or(1, |n| n.parse().unwrap());
        return counted::alone(&what, times, &folder(size));
    }
    let mut table = Table::default();
    if has("--write") {
        typing::measure(&mut table);
        return table.print();
    }
    if has("--bulk") {
        desk::make(&folder(size), size, &mut table);
        bulk::measure(&folder(size), size.rows_in(), &mut table);
        return table.print();
    }
    if has("--find") {
        desk::make(&folder(size), size, &mut table);
        day::find(&folder(size), &mut table);
        return table.print();
    }
    desk::make(&folder(Size::SMALL), Size::SMALL, &mut Table::default());
    desk::make(&folder(size), size, &mut table);
    bulk::measure(&folder(size), size.rows_in(), &mut table);
    typing::measure(&mut table);
    day::measure(&folder(size), &folder(Size::SMALL), &mut table);
    counted::measure(size, &mut table);
    table.print();
}

/// Where the desk of this size lies.
fn folder(size: Size) -> PathBuf {
    let root = std::env::var_os("POSTDESK_BENCH_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    root.join(format!("desk-{}-posts", size.posts))
}
