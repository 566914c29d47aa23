//! Whole sites through the real binary: a site in one string, then verbs.
//!
//! One test binary, one file a promise or a feature. See `site.rs` for the verbs.

mod addresses;
mod attachments;
mod bad_input;
mod commands;
mod contrast;
mod dice;
mod feeds;
mod growth;
mod languages;
mod layers;
mod metadata;
mod output;
mod pages;
mod pictures;
mod preview;
mod promises;
mod random_edits;
mod search;
mod secrecy;
mod serve_edits;
mod serve_errors;
mod serve_fresh;
mod serve_http;
mod site;
mod statement;
mod store;
mod taxonomies;
mod themes;
mod tidy;
mod time;
mod words;
