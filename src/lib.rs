//! Postdesk: a terminal desk for a solo social media manager.

pub mod action;
pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod domain;
pub mod effect;
pub mod env;
pub mod event;
pub mod import;
pub mod keys;
pub mod locale;
pub mod media;
pub mod overlays;
pub mod panes;
pub mod scheduler;
pub mod store;
pub mod term;
pub mod ui;
