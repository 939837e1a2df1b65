//! Another program on an errand: no shell, a time limit, and nothing of it left running.

use std::io::{self, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rustix::io::Errno;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};

/// How long an errand may take.
const AT_MOST: Duration = Duration::from_secs(30);

/// The longest pause between two looks at whether it has ended.
const LONGEST_PAUSE: Duration = Duration::from_millis(50);

/// How an errand ended otherwise than well.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    /// There is no such program.
    #[error("no such program")]
    NotThere,
    /// It could not be begun, or not be waited for.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// It took longer than it may.
    #[error("took longer than {} s", AT_MOST.as_secs())]
    TooLong,
    /// It was cut off because the daemon ends.
    #[error("cut off")]
    CutOff,
    /// Its exit code.
    #[error("exit code {0}")]
    Code(i32),
    /// A signal ended it.
    #[error("signal {0}")]
    Signal(i32),
}

/// Runs a program with these words, variables and input until it ends. Its own output goes nowhere.
pub(super) fn run(
    words: &[String],
    variables: &[(&str, &str)],
    input: Vec<u8>,
    hurry: &AtomicBool,
) -> Result<(), Failed> {
    let Some((program, arguments)) = words.split_first() else {
        return Err(Failed::NotThere);
    };
    let begun = Command::new(program)
        .args(arguments)
        .envs(variables.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    let mut child = match begun {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Failed::NotThere),
        begun => begun?,
    };
    if let Some(mut stdin) = child.stdin.take() {
        // Whoever does not read must not hold us up; its end closes the pipe, and that ends the writing.
        std::thread::spawn(move || stdin.write_all(&input).ok());
    }
    let waited = wait(&child, hurry);
    // Whatever it has left running goes with it, while its own number still belongs to it.
    if let Some(group) = Pid::from_raw(child.id().try_into().unwrap_or_default()) {
        let signal = if waited.is_ok() {
            Signal::TERM
        } else {
            Signal::KILL
        };
        match kill_process_group(group, signal) {
            Ok(()) | Err(Errno::SRCH | Errno::PERM) => {}
            Err(error) => log::warn!("an errand lives on: {error}"),
        }
    }
    let status = child.wait()?;
    waited?;
    match (status.code(), status.signal()) {
        (Some(0), _) => Ok(()),
        (Some(code), _) => Err(Failed::Code(code)),
        (None, signal) => Err(Failed::Signal(signal.unwrap_or_default())),
    }
}

/// Waits without taking its leave, so that its number stays its own.
fn wait(child: &Child, hurry: &AtomicBool) -> Result<(), Failed> {
    let Some(pid) = Pid::from_raw(child.id().try_into().unwrap_or_default()) else {
        return Ok(());
    };
    let how = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT | WaitIdOptions::NOHANG;
    let began = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        match waitid(WaitId::Pid(pid), how) {
            Ok(Some(_)) => return Ok(()),
            Ok(None) | Err(Errno::INTR) => {}
            Err(error) => return Err(Failed::Io(error.into())),
        }
        if hurry.load(Ordering::SeqCst) {
            return Err(Failed::CutOff);
        }
        if began.elapsed() >= AT_MOST {
            return Err(Failed::TooLong);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sh(script: &str) -> Vec<String> {
        ["sh", "-c", script].map(str::to_owned).to_vec()
    }

    fn sent(script: &str) -> Result<(), Failed> {
        run(&sh(script), &[], Vec::new(), &AtomicBool::new(false))
    }

    #[test]
    fn an_errand_has_its_variables_and_its_letter() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("said");
        let script = format!(
            "printf %s \"$POSTDESK_TOPIC\" > '{0}'; cat >> '{0}'",
            file.display()
        );
        let variables = [("POSTDESK_TOPIC", "Сырники; rm -rf $(x)\u{200f}")];
        let letter = "я".repeat(200_000).into_bytes();
        run(&sh(&script), &variables, letter, &AtomicBool::new(false)).unwrap();
        let said = std::fs::read_to_string(&file).unwrap();
        let rest = said.strip_prefix("Сырники; rm -rf $(x)\u{200f}").unwrap();
        assert_eq!(rest.chars().filter(|c| *c == 'я').count(), 200_000);
    }

    #[test]
    fn how_it_failed_is_told_and_a_program_that_does_not_read_holds_nobody_up() {
        assert!(matches!(sent("exit 3"), Err(Failed::Code(3))));
        assert!(matches!(sent("kill -9 $$"), Err(Failed::Signal(9))));
        let none = ["/no/such/program".to_owned()];
        let never = AtomicBool::new(false);
        assert!(matches!(
            run(&none, &[], Vec::new(), &never),
            Err(Failed::NotThere)
        ));
        assert!(matches!(
            run(&[], &[], Vec::new(), &never),
            Err(Failed::NotThere)
        ));
        let began = Instant::now();
        run(&sh("exec <&-; exit 0"), &[], vec![b'x'; 1 << 20], &never).unwrap();
        assert!(began.elapsed() < AT_MOST);
    }

    #[test]
    fn nothing_of_it_is_left_running() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("pid");
        let script = format!("sleep 300 & echo $! > '{}'", file.display());
        sent(&script).unwrap();
        let pid: i32 = std::fs::read_to_string(&file)
            .unwrap()
            .trim()
            .parse()
            .unwrap();
        let pid = Pid::from_raw(pid).unwrap();
        let is_gone = || {
            let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid.as_raw_nonzero()));
            // Reaped, or dead and waiting for a parent of its own to notice.
            rustix::process::test_kill_process(pid).is_err()
                || stat.is_ok_and(|stat| stat.contains(") Z "))
        };
        let end = Instant::now() + Duration::from_secs(10);
        while !is_gone() {
            assert!(Instant::now() < end, "it lives on");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    #[test]
    fn in_a_hurry_it_is_cut_off() {
        let began = Instant::now();
        let cut = run(&sh("sleep 300"), &[], Vec::new(), &AtomicBool::new(true));
        assert!(matches!(cut, Err(Failed::CutOff)));
        assert!(began.elapsed() < Duration::from_secs(10));
    }
}
