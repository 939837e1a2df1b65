//! An answer is believed when it is what was asked for, and in no other case.

use super::*;

#[test]
fn an_answer_comes_back_as_it_was_told() {
    let pixels = Pixels::new(2, 1, vec![1, 2, 3, 4, 5, 6]).unwrap();
    let answer = told(&Ok(pixels.clone()));
    assert_eq!(answer.len(), length(2, 1));
    assert_eq!(understood(&answer, 2, 1), Ok(pixels));
    for (unseen, _) in Unseen::TOLD {
        assert_eq!(understood(&told(&Err(unseen)), 2, 1), Err(unseen));
    }
}

#[test]
fn what_was_not_asked_for_is_not_believed() {
    let answer = told(&Ok(Pixels::new(2, 1, vec![9; 6]).unwrap()));
    let short = &answer[..answer.len() - 1];
    let long = [&answer[..], b"!"].concat();
    for (said, width, height) in [
        (&answer[..], 1, 2),
        (&answer[..], 2, 2),
        (short, 2, 1),
        (&long, 2, 1),
        (b"", 2, 1),
        (b"pix\n", 2, 1),
        (b"not\n", 2, 1),
        (b"not\n?", 2, 1),
        (b"not\ngg", 2, 1),
        (b"\x1b]52;c;AAAA\x07", 2, 1),
    ] {
        assert_eq!(
            understood(said, width, height),
            Err(Unseen::Failed),
            "{said:?}"
        );
    }
}
