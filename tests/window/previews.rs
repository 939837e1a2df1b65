//! What she sees of a post's pictures: the picture itself in cells, what a place cuts off it, and a sentence where there is
//! nothing to be seen.

use std::fs;
use std::path::Path;

use image::{Rgb, RgbImage};
use postdesk::app::viewer::look;
use postdesk::app::{Outside, Settings};
use postdesk::domain::command::{Command, NewPost, PlanCommand};
use postdesk::domain::hours::Hours;
use postdesk::domain::ids::PostId;
use postdesk::domain::picture::{Ink, Thumb, Way};
use postdesk::domain::post::{Approval, Format};
use postdesk::event::Event;
use postdesk::locale::Lang;
use postdesk::media;
use postdesk::store::Memo;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::desk::{Desk, KAZAN, Setup};

const RED: Color = Color::Rgb(200, 0, 0);
const BLUE: Color = Color::Rgb(0, 0, 200);

/// Red at the left, blue at the right.
fn flag(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([200, 0, 0])
        } else {
            Rgb([0, 0, 200])
        }
    });
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// A photo of Kolos for Instagram with these files as its pictures, and the window on them.
fn pictures(files: &[(&str, Vec<u8>)], way: Way, lang: Lang, size: (u16, u16)) -> Desk {
    let (mut setup, client, ..) = Setup::kolos();
    let instagram = setup.channel(client, "instagram");
    let post = NewPost {
        client,
        rubric: String::new(),
        campaign: String::new(),
        topic: "Сырники".into(),
        format: Format::Photo,
        text: "Сырники на завтрак".into(),
        link: String::new(),
        first_comment: String::new(),
        planned: None,
        approval: Approval::Draft,
        channels: vec![instagram],
    };
    setup.apply(&Command::Plan(PlanCommand::AddPost(post)));
    for (name, bytes) in files {
        let file = setup.folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let taken = media::take(setup.folder.path(), &file).unwrap();
        setup.apply(&Command::Plan(PlanCommand::Attach {
            post: PostId(1),
            hash: taken.hash.clone(),
            name: taken.name,
            bytes: taken.bytes,
            alt: String::new(),
        }));
        let told = Memo::Measured(vec![(taken.hash, taken.facts)]);
        setup.store.remember(&told).unwrap();
    }
    let settings = Settings {
        zone: KAZAN,
        hours: Hours::default(),
        demo: false,
        clock: true,
        pictures: way,
    };
    let mut desk = setup.open_by(settings, lang, size.0, size.1);
    desk.keys("3 g m");
    desk
}

/// What was asked of the viewer since the last time.
fn asked(desk: &mut Desk) -> Vec<Thumb> {
    let outside = std::mem::take(&mut desk.outside).into_iter();
    let pictures = outside.filter_map(|it| match it {
        Outside::Picture(thumb) => Some(thumb),
        _ => None,
    });
    pictures.collect()
}

/// The viewer does what is asked of it, with the real program.
fn view(desk: &mut Desk) {
    let program = Path::new(env!("CARGO_BIN_EXE_postdesk"));
    for wanted in asked(desk) {
        let seen = look(Some(program), desk.folder.path(), &wanted, &|| true).unwrap();
        desk.event(Event::Seen { wanted, seen });
    }
}

/// The cells as they were drawn last.
fn buffer(desk: &Desk) -> &Buffer {
    desk.terminal.backend().buffer()
}

/// How many cells have a colour of their own: without a theme, those of pictures.
fn coloured(desk: &mut Desk) -> usize {
    desk.screen();
    let is_own = |colour| matches!(colour, Color::Rgb(..) | Color::Indexed(_));
    let cells = buffer(desk).content.iter();
    cells.filter(|it| is_own(it.fg) || is_own(it.bg)).count()
}

/// How many cells have this colour as their ground.
fn on_ground(desk: &mut Desk, ground: Color) -> usize {
    desk.screen();
    let buffer = buffer(desk);
    let cells = buffer.content.iter();
    cells.filter(|it| it.bg == ground).count()
}

const BLOCKS: Way = Way::Blocks(Ink::True);

#[test]
fn the_picture_under_the_cursor_stands_beside_what_is_said_of_it() {
    for (lang, size, fine) in [
        (Lang::En, (80, 24), "Nothing known against it"),
        (Lang::Ru, (80, 24), "Ни у одной площадки"),
        (Lang::Ru, (120, 40), "Ни у одной площадки"),
    ] {
        let jpeg = {
            let picture = image::load_from_memory(&flag(360, 300)).unwrap();
            let mut bytes = std::io::Cursor::new(Vec::new());
            picture
                .write_to(&mut bytes, image::ImageFormat::Jpeg)
                .unwrap();
            bytes.into_inner()
        };
        let mut desk = pictures(&[("a.jpg", jpeg)], BLOCKS, lang, size);
        desk.sees("360×300").sees(fine).sees("…");
        let wanted = asked(&mut desk);
        assert_eq!(wanted.len(), 1);
        // Six to five, as far as halves of cells allow.
        let ratio = f64::from(wanted[0].width) / f64::from(wanted[0].height);
        assert!((ratio - 1.2).abs() < 0.05, "{wanted:?}");
        assert!(
            wanted[0].width >= if size.0 == 80 { 28 } else { 44 },
            "{wanted:?}"
        );
        let program = Path::new(env!("CARGO_BIN_EXE_postdesk"));
        let seen = look(Some(program), desk.folder.path(), &wanted[0], &|| true).unwrap();
        desk.event(Event::Seen {
            wanted: wanted[0].clone(),
            seen,
        });
        desk.sees("360×300").sees(fine);
        let there = coloured(&mut desk);
        let cells = usize::from(wanted[0].width) * usize::from(wanted[0].height.div_ceil(2));
        assert_eq!(there, cells);
        // Closing the window leaves nothing of it, and asks for nothing.
        desk.keys("esc");
        assert_eq!(coloured(&mut desk), 0);
        assert_eq!(asked(&mut desk), []);
    }
}

#[test]
fn a_walk_through_the_list_waits_for_nobody_and_asks_for_each_picture_once() {
    let files = [
        ("a.png", flag(120, 120)),
        ("b.png", flag(100, 200)),
        ("c.png", flag(180, 60)),
    ];
    let mut desk = pictures(&files, BLOCKS, Lang::En, (80, 24));
    let first = asked(&mut desk);
    desk.keys("down down");
    let then = asked(&mut desk);
    assert_eq!((first.len(), then.len()), (1, 2));
    // Only the last one comes; the others were broken off.
    let program = Path::new(env!("CARGO_BIN_EXE_postdesk"));
    assert_eq!(
        look(Some(program), desk.folder.path(), &then[0], &|| false),
        None
    );
    let seen = look(Some(program), desk.folder.path(), &then[1], &|| true).unwrap();
    desk.event(Event::Seen {
        wanted: then[1].clone(),
        seen,
    });
    assert_eq!(asked(&mut desk), []);
    assert!(on_ground(&mut desk, RED) > 20);
    desk.keys("up");
    view(&mut desk);
    assert!(on_ground(&mut desk, BLUE) > 20);
    desk.keys("down up");
    assert_eq!(asked(&mut desk), []);
    // Another size is another picture.
    desk.resize(120, 40);
    assert_eq!(asked(&mut desk).len(), 1);
}

#[test]
fn what_a_place_cuts_off_is_said_in_words_and_goes_dark() {
    let mut desk = pictures(&[("a.png", flag(240, 60))], BLOCKS, Lang::En, (80, 24));
    view(&mut desk);
    let whole = on_ground(&mut desk, RED);
    desk.sees("v cut").keys("v");
    desk.sees("IG as the feed shows it, 4:5–1.91:1: cut off:")
        .sees("26% left and 26% right");
    let lit = on_ground(&mut desk, RED);
    let dark = on_ground(&mut desk, Color::Rgb(50, 0, 0));
    assert!(
        lit < whole && dark > 0 && lit + dark == whole,
        "{lit} {dark} {whole}"
    );
    desk.keys("v")
        .sees("IG as the profile shows it, 3:4: cut off:")
        .sees("from memory");
    desk.keys("v").misses("cut off");
    assert_eq!(on_ground(&mut desk, RED), whole);
}

#[test]
fn the_cut_is_said_where_no_picture_is_shown() {
    let mut desk = pictures(&[("a.png", flag(240, 60))], Way::Off, Lang::Ru, (80, 24));
    assert_eq!(asked(&mut desk), []);
    desk.keys("v").sees("срежет 26 % слева и 26 % справа");
    assert_eq!(coloured(&mut desk), 0);
}

#[test]
fn a_picture_that_cannot_be_shown_says_why_and_nothing_else_breaks() {
    let whole = flag(120, 120);
    let half = whole[..whole.len() / 2].to_vec();
    let liar = [&whole[..33], b"\x1b]52;c;AAAA\x07\x1b[31m"].concat();
    for (bytes, why) in [(half, "the file is broken"), (liar, "the file is broken")] {
        let mut desk = pictures(&[("a.png", bytes)], BLOCKS, Lang::En, (80, 24));
        view(&mut desk);
        desk.sees("This picture cannot be shown").sees(why);
        assert_eq!(coloured(&mut desk), 0);
        assert_eq!(asked(&mut desk), []);
        let bytes = String::from_utf8(desk.bytes()).unwrap();
        assert!(
            !bytes.contains("\x1b]") && !bytes.contains("\x1b[31m"),
            "{bytes:?}"
        );
        desk.keys("enter").sees("WHAT a.png SHOWS");
    }
}

#[test]
fn a_file_that_vanished_and_a_program_that_is_not_there_are_said() {
    let mut desk = pictures(&[("a.png", flag(60, 60))], BLOCKS, Lang::Ru, (80, 24));
    let wanted = asked(&mut desk).remove(0);
    for program in [None, Some(Path::new("/no/such/program"))] {
        let seen = look(program, desk.folder.path(), &wanted, &|| true).unwrap();
        assert_eq!(seen.unwrap_err().key, "unseen-failed");
    }
    // A program that says something else is not believed.
    let other = look(
        Some(Path::new("/bin/echo")),
        desk.folder.path(),
        &wanted,
        &|| true,
    )
    .unwrap();
    assert_eq!(other.unwrap_err().key, "unseen-failed");
    fs::remove_file(media::path(desk.folder.path(), &wanted.hash)).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_postdesk"));
    let seen = look(Some(program), desk.folder.path(), &wanted, &|| true).unwrap();
    desk.event(Event::Seen { wanted, seen });
    desk.sees("Эту картинку не показать")
        .sees("файла больше нет");
}

#[test]
fn real_pixels_lie_over_empty_cells_and_go_with_the_window() {
    let way = Way::Kitty(Ink::True);
    let mut desk = pictures(&[("a.png", flag(240, 60))], way, Lang::En, (80, 24));
    // As blocks, as long as nobody has said how large a cell is.
    view(&mut desk);
    assert!(coloured(&mut desk) > 0 && desk.app.plate().is_none());
    desk.app.cells_are(Some((10, 20)));
    desk.keys("v");
    let wanted = asked(&mut desk);
    assert_eq!((wanted[0].width, wanted[0].height), (310, 80));
    let program = Path::new(env!("CARGO_BIN_EXE_postdesk"));
    let seen = look(Some(program), desk.folder.path(), &wanted[0], &|| true).unwrap();
    desk.event(Event::Seen {
        wanted: wanted[0].clone(),
        seen,
    });
    assert_eq!(coloured(&mut desk), 0);
    let plate = desk.app.plate().unwrap();
    assert_eq!((plate.at.width, plate.at.height), (31, 4));
    assert_eq!(plate.lit.across, (81, 229));
    desk.sees("cut off");
    for place in plate.at.positions() {
        assert_eq!(buffer(&desk)[place].symbol(), " ", "{place:?}");
    }
    desk.keys("esc");
    assert!(desk.app.plate().is_none());
}
