//! Tables as they come from spreadsheets, scripts and accidents.
