//! Everything out and in again: files of every form, also after a spreadsheet has saved them.

mod desk;
mod refusals;
mod resaved;
mod round;
