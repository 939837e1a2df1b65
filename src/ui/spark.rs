//! A curve in one row of text: `▁▂▃▅▇`, with `·` where nothing was measured.

const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// Draws the last `cells` values between their own lowest and highest.
/// A missing value is a dot and never a zero: she must see that nothing was measured. A flat curve runs in the middle.
pub fn spark(values: &[Option<f64>], cells: usize) -> String {
    let values = &values[values.len().saturating_sub(cells)..];
    let measured = || values.iter().filter_map(|value| sound(*value));
    let low = measured().fold(f64::INFINITY, f64::min);
    let high = measured().fold(f64::NEG_INFINITY, f64::max);
    values
        .iter()
        .map(|value| match sound(*value) {
            None => '·',
            Some(_) if low >= high => STEPS[3],
            Some(value) => {
                // Halved first, so that the distance between two huge values stays finite.
                let part = (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
                STEPS[((part * 7.0).round() as usize).min(7)]
            }
        })
        .collect()
}

fn sound(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lowest_and_highest_span_the_row() {
        let week: Vec<_> = [0., 1., 2., 3., 4., 5., 6., 7.].map(Some).to_vec();
        assert_eq!(spark(&week, 8), "▁▂▃▄▅▆▇█");
        assert_eq!(spark(&week, 3), "▁▅█");
        assert_eq!(spark(&week, 0), "");
        assert_eq!(spark(&[Some(-138.0), Some(410.0)], 9), "▁█");
    }

    #[test]
    fn a_day_without_a_number_is_no_zero() {
        let gaps = [
            Some(5.0),
            None,
            Some(9.0),
            Some(f64::NAN),
            Some(f64::INFINITY),
        ];
        assert_eq!(spark(&gaps, 9), "▁·█··");
        assert_eq!(spark(&[None, None], 9), "··");
        assert_eq!(spark(&[], 9), "");
    }

    #[test]
    fn flat_and_huge_curves_are_drawn() {
        assert_eq!(spark(&[Some(0.0), Some(0.0)], 9), "▄▄");
        assert_eq!(
            spark(&[Some(f64::MIN), Some(0.0), Some(f64::MAX)], 9),
            "▁▅█"
        );
    }
}
