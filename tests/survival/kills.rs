//! Killed while she types: at most the last second is gone, the desk is sound, and the text is offered where it was.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::desk::Home;
use super::places::{PLACES, Place};
use super::typing::{Dice, Log};
use super::window::Window;

/// A second, as promised, and what a busy machine may add.
const AT_MOST: Duration = Duration::from_millis(1_300);

/// Runs without being asked for more: one in each place.
const A_FEW: u64 = PLACES.len() as u64;

/// Sittings at the same time: a person does not type on four machines, and a test machine has few processors.
const AT_ONCE: usize = 3;

#[test]
fn a_kill_costs_at_most_a_second_of_typing() {
    let asked = std::env::var("POSTDESK_KILLS").ok();
    let runs = asked.and_then(|runs| runs.parse().ok()).unwrap_or(A_FEW);
    let next = AtomicU64::new(0);
    let losses = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let run = next.fetch_add(1, Ordering::Relaxed);
                    if run >= runs {
                        return;
                    }
                    let loss = killed_while_typing(run);
                    losses.lock().unwrap().push(loss);
                }
            });
        }
    });
    report(&losses.into_inner().unwrap());
}

#[expect(clippy::print_stderr, reason = "the measure is what the test is for")]
fn report(losses: &[Duration]) {
    let worst = losses.iter().max().copied().unwrap_or_default();
    let none = losses.iter().filter(|it| it.is_zero()).count();
    eprintln!(
        "{} kills, worst loss {} ms, nothing lost in {none}",
        losses.len(),
        worst.as_millis()
    );
}

/// One sitting with a kill at the end; how much of the typing was lost.
fn killed_while_typing(run: u64) -> Duration {
    let mut dice = Dice::thrown(run + 1);
    let place = PLACES[run as usize % PLACES.len()];
    let home = Home::furnished();
    let mut window = Window::open(home.folder.path());
    let entered = Instant::now();
    place.enter(&mut window);
    let span = Duration::from_millis(30 + dice.below(3_500));
    let log = Log::typed(place.start(), span, &mut dice, |key| window.send(key));
    let killed = window.kill();
    let survived = place.survived(&home);
    let typed = &log.states.last().unwrap().1;
    let loss = match place {
        // A busy desk takes even what was pasted a moment later.
        Place::Pasted if survived.is_empty() => Some(killed - entered),
        _ => log.loss(place.start(), &survived, killed),
    };
    let told = format!("run {run}, {place:?}: {survived:?} is left of {typed:?}, {loss:?} lost");
    assert!(loss.is_some_and(|loss| loss <= AT_MOST), "{told}");
    assert_eq!(home.trouble(), "", "run {run}, {place:?}");
    let is_kept = survived != place.start() || place == Place::Pasted;
    if is_kept && !survived.is_empty() {
        offered_again(&home, place, &survived);
    }
    loss.unwrap()
}

/// The next opening says that there is text, and it stands where it was.
fn offered_again(home: &Home, place: Place, survived: &str) {
    let mut window = Window::open(home.folder.path());
    window.sees("where you left it");
    if place == Place::Pasted {
        // Nothing is pasted this time.
        window.leave();
        return;
    }
    place.enter(&mut window);
    let is_letter = |c: char| c.is_alphabetic();
    let word = survived
        .split(|c| !is_letter(c))
        .rfind(|word| word.chars().count() > 2);
    window.sees(word.unwrap_or_default());
    window.kill();
}
