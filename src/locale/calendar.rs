//! Dates in words.
//!
//! Owns [`Calendar`]: names of months and weekdays, and the [`Pattern`]s in which a
//! language writes a date. Must never know the clock or a time zone.

use std::fmt::Write as _;

use jiff::civil::DateTime;

use crate::diagnostic::locale::BadPattern;

/// A language's names and patterns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Calendar {
    /// Standing alone.
    pub(crate) months: Vec<String>,
    /// Beside a day, where a language then uses another form.
    pub(crate) months_in_date: Vec<String>,
    /// Abbreviated.
    pub(crate) months_short: Vec<String>,
    /// From Monday.
    pub(crate) weekdays: Vec<String>,
    /// From Monday, abbreviated.
    pub(crate) weekdays_short: Vec<String>,
    /// In running text.
    pub(crate) date_long: Pattern,
    /// In lists.
    pub(crate) date_short: Pattern,
    /// With the time of day.
    pub(crate) date_time: Pattern,
}

/// How a date is written: strftime, read once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Pattern {
    items: Vec<Item>,
    /// Whether a day of the month is among them.
    has_day: bool,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    Text(String),
    Name {
        of: Names,
        upper: bool,
    },
    /// A number, with its least width and what fills it.
    Number {
        of: Number,
        width: usize,
        fill: char,
    },
    /// Anything else that strftime knows: numbers in all languages.
    Other(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Months,
    MonthsShort,
    Weekdays,
    WeekdaysShort,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Number {
    Year,
    Month,
    Day,
    Hour,
    Minute,
}

/// One conversion: `%-d`, `%^B`.
struct Conversion<'a> {
    whole: &'a str,
    flags: &'a str,
    width: Option<usize>,
    letter: char,
}

impl Pattern {
    /// Reads a pattern.
    pub(crate) fn parse(pattern: &str) -> Result<Self, BadPattern> {
        let mut read = Self::default();
        let mut rest = pattern;
        while let Some(at) = rest.find('%') {
            read.text(&rest[..at]);
            let conversion = Conversion::read(&rest[at..]);
            rest = &rest[at + conversion.whole.len()..];
            let item = conversion.item()?;
            read.has_day |= matches!(conversion.letter, 'd' | 'e');
            match item {
                Item::Text(text) => read.text(&text),
                item => read.items.push(item),
            }
        }
        read.text(rest);
        Ok(read)
    }

    fn text(&mut self, text: &str) {
        if let Some(Item::Text(before)) = self.items.last_mut() {
            before.push_str(text);
        } else if !text.is_empty() {
            self.items.push(Item::Text(text.to_owned()));
        }
    }
}

impl<'a> Conversion<'a> {
    /// Reads what begins with `%`.
    fn read(text: &'a str) -> Self {
        let after = |from: usize, is: fn(char) -> bool| {
            text[from..]
                .find(|c: char| !is(c))
                .map_or(text.len(), |end| from + end)
        };
        let flags = after(1, |c| matches!(c, '-' | '_' | '0' | '^' | '#'));
        let width = after(flags, |c| c.is_ascii_digit());
        let colons = after(width, |c| matches!(c, ':' | '.'));
        let digits = after(colons, |c| c.is_ascii_digit());
        let letter = text[digits..].chars().next().unwrap_or('%');
        let end = (digits + letter.len_utf8()).min(text.len());
        Self {
            whole: &text[..end],
            flags: &text[1..flags],
            width: text[flags..width].parse().ok(),
            letter: if digits == width { letter } else { '.' },
        }
    }

    /// What it writes.
    fn item(&self) -> Result<Item, BadPattern> {
        let upper = self.flags.contains(['^', '#']);
        let name = |of: Names| Ok(Item::Name { of, upper });
        let number = |of: Number, width: usize, fill: char| {
            let (width, fill) = match self.flags.chars().next_back() {
                Some('-') => (1, fill),
                Some('_') => (self.width.unwrap_or(width), ' '),
                Some('0') => (self.width.unwrap_or(width), '0'),
                _ => (self.width.unwrap_or(width), fill),
            };
            Ok(Item::Number {
                of,
                width: width.min(20),
                fill,
            })
        };
        match self.letter {
            'B' => name(Names::Months),
            'b' | 'h' => name(Names::MonthsShort),
            'A' => name(Names::Weekdays),
            'a' => name(Names::WeekdaysShort),
            'Y' => number(Number::Year, 4, '0'),
            'm' => number(Number::Month, 2, '0'),
            'd' => number(Number::Day, 2, '0'),
            'e' => number(Number::Day, 2, ' '),
            'H' => number(Number::Hour, 2, '0'),
            'M' => number(Number::Minute, 2, '0'),
            '%' if self.whole == "%%" => Ok(Item::Text("%".to_owned())),
            'c' | 'D' | 'p' | 'P' | 'r' | 'x' | 'X' => {
                Err(BadPattern::English(self.whole.to_owned()))
            }
            _ => self.other(),
        }
    }

    /// What the library writes, tried once.
    fn other(&self) -> Result<Item, BadPattern> {
        let date = jiff::civil::date(2021, 4, 7).at(14, 30, 0, 0);
        jiff::fmt::strtime::format(self.whole, date)
            .map(|_| Item::Other(self.whole.to_owned()))
            .map_err(|_| BadPattern::Unknown(self.whole.to_owned()))
    }
}

impl Calendar {
    /// The name of a month that stands alone; empty for a number that is none.
    pub(crate) fn month_name(&self, month: i8) -> &str {
        name(&self.months, month)
    }

    /// Writes a date by a pattern, with this language's names.
    pub(crate) fn write(&self, date: DateTime, pattern: &Pattern) -> String {
        let mut written = String::with_capacity(24);
        for item in &pattern.items {
            // Writing to a String can't fail.
            let _ = match item {
                Item::Text(text) => written.write_str(text),
                Item::Name { of, upper } => {
                    let name = self.name(*of, date, pattern.has_day);
                    if *upper {
                        written.write_str(&name.to_uppercase())
                    } else {
                        written.write_str(name)
                    }
                }
                Item::Number {
                    of,
                    width,
                    fill: '0',
                } => {
                    write!(written, "{:0width$}", of.value(date), width = *width)
                }
                Item::Number { of, width, .. } => {
                    write!(written, "{:width$}", of.value(date), width = *width)
                }
                Item::Other(conversion) => {
                    let other = jiff::fmt::strtime::format(conversion, date);
                    written.write_str(&other.unwrap_or_default())
                }
            };
        }
        written
    }

    fn name(&self, of: Names, date: DateTime, has_day: bool) -> &str {
        let weekday = date.weekday().to_monday_one_offset();
        match of {
            Names::Months if has_day => name(&self.months_in_date, date.month()),
            Names::Months => name(&self.months, date.month()),
            Names::MonthsShort => name(&self.months_short, date.month()),
            Names::Weekdays => name(&self.weekdays, weekday),
            Names::WeekdaysShort => name(&self.weekdays_short, weekday),
        }
    }
}

impl Number {
    fn value(self, date: DateTime) -> i16 {
        match self {
            Self::Year => date.year(),
            Self::Month => i16::from(date.month()),
            Self::Day => i16::from(date.day()),
            Self::Hour => i16::from(date.hour()),
            Self::Minute => i16::from(date.minute()),
        }
    }
}

/// The name with a number from 1.
fn name(names: &[String], number: i8) -> &str {
    usize::try_from(number - 1)
        .ok()
        .and_then(|index| names.get(index))
        .map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar() -> Calendar {
        let names = |letters: &str| letters.split(' ').map(str::to_owned).collect();
        Calendar {
            months: names("i1 i2 i3 huhtikuu i5 i6 i7 i8 i9 i10 i11 i12"),
            months_in_date: names("d1 d2 d3 huhtikuuta d5 d6 d7 d8 d9 d10 d11 d12"),
            months_short: names("s1 s2 s3 huhti s5 s6 s7 s8 s9 s10 s11 s12"),
            weekdays: names("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"),
            weekdays_short: names("ma ti ke to pe la su"),
            ..Calendar::default()
        }
    }

    #[test]
    fn names_are_the_languages_with_every_flag() {
        let date = jiff::civil::date(2021, 4, 7).at(9, 5, 0, 0);
        for (pattern, written) in [
            ("%B %Y", "huhtikuu 2021"),
            ("%-d. %B %Y", "7. huhtikuuta 2021"),
            ("%-e. %B", "7. huhtikuuta"),
            ("%_d %B", " 7 huhtikuuta"),
            ("%e %B", " 7 huhtikuuta"),
            ("%0e %B", "07 huhtikuuta"),
            ("%^B", "HUHTIKUU"),
            ("%-B", "huhtikuu"),
            ("%#A %^a %h %b", "KESKIVIIKKO KE huhti huhti"),
            ("%F %H.%M %-H %3d", "2021-04-07 09.05 9 007"),
            ("%j %G-W%V 100 %%", "097 2021-W14 100 %"),
        ] {
            let read = Pattern::parse(pattern).expect(pattern);
            assert_eq!(calendar().write(date, &read), written, "{pattern}");
        }
    }

    #[test]
    fn what_is_english_or_nothing_is_refused() {
        for pattern in [
            "%c", "%D", "%I %p", "%-P", "%^p", "%r", "%x", "%X", "%Q", "%", "%-", "%5", "%å", "%^",
        ] {
            assert!(Pattern::parse(pattern).is_err(), "{pattern}");
        }
    }
}
