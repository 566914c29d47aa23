//! Lists of numbers in few bits.
//!
//! Owns the codes, which the script of the search page reads: bits from the highest
//! of each byte; Elias' gamma code for counts, Rice's for gaps. Must never know what
//! is listed.

/// Bits in a row.
#[derive(Debug, Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// What does not fill a byte yet, and how many bits that is.
    open: u64,
    count: u32,
}

impl Bits {
    /// The lowest `count` bits of `value`, at most 32.
    pub(super) fn push(&mut self, value: u32, count: u32) {
        let mask = (1u64 << count) - 1;
        self.open = self.open << count | u64::from(value) & mask;
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.open >> self.count) as u8);
        }
    }

    /// A number from 1: as many zeros as it has bits after its first, then the number.
    pub(super) fn gamma(&mut self, value: u32) {
        let length = u32::BITS - value.max(1).leading_zeros();
        self.push(0, length - 1);
        self.push(value.max(1), length);
    }

    /// The gap before each number of an ascending list below `of`: the quotient by
    /// 2^k in ones and a zero, then k bits.
    pub(super) fn gap(&mut self, gap: u32, k: u32) {
        for _ in 0..gap >> k {
            self.push(1, 1);
        }
        self.push(0, 1);
        self.push(gap, k);
    }

    /// The bytes; the last is filled with zeros.
    pub(super) fn bytes(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.push(0, 8 - self.count);
        }
        self.bytes
    }
}

/// How many bits [`Bits::gamma`] takes.
pub(super) fn gamma_bits(value: u32) -> u32 {
    2 * (u32::BITS - value.max(1).leading_zeros()) - 1
}

/// The k that suits `count` numbers below `of`: about two thirds of the mean gap.
pub(super) fn rice(count: usize, of: usize) -> u32 {
    let mut k = 0;
    while count > 0 && (3 * count) << (k + 1) <= 2 * of {
        k += 1;
    }
    k
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_what_the_script_reads() {
        let mut bits = Bits::default();
        bits.gamma(1);
        bits.gamma(5);
        bits.gap(6, 2);
        bits.push(0b1011, 4);
        // 1, 00101, 10 10, 1011, and zeros
        assert_eq!(bits.bytes(), [0b1001_0110, 0b1010_1100]);
        assert_eq!(
            (rice(1, 10), rice(5, 10), rice(10, 10), rice(0, 9)),
            (2, 0, 0, 0)
        );
        assert_eq!(rice(1, 10_000), 12);
    }
}
