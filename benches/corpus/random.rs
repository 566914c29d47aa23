//! A small generator of pseudo-random numbers (SplitMix64), the same on every machine.

/// Numbers that depend on the seed alone.
pub struct Random(u64);

impl Random {
    /// For one post: neighbouring indices give unrelated numbers.
    pub fn new(index: usize) -> Self {
        let mut random = Self((index as u64).wrapping_mul(0xd134_2543_de82_ef95) ^ 0x6d72_2d31);
        random.next();
        random
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, and without, 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// From `low` to `high`, both included.
    pub fn int(&mut self, low: usize, high: usize) -> usize {
        low + (self.unit() * (high - low + 1) as f64) as usize
    }

    /// True in this share of the cases.
    pub fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// One of these, all equally likely.
    pub fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.int(0, of.len() - 1)]
    }

    /// An index by Zipf's law with this exponent; `sums` are [`zipf`]'s.
    pub fn ranked(&mut self, sums: &[f64]) -> usize {
        let target = self.unit() * sums.last().copied().unwrap_or(0.0);
        sums.partition_point(|&sum| sum <= target)
            .min(sums.len() - 1)
    }
}

/// Running sums of `1 / rank^exponent`.
pub fn zipf(count: usize, exponent: f64) -> Vec<f64> {
    let mut sum = 0.0;
    (1..=count)
        .map(|rank| {
            sum += (rank as f64).powf(-exponent);
            sum
        })
        .collect()
}
