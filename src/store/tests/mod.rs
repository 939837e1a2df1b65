//! The cellar under attack: storms of Commands, saboteurs, faults, crowds, and the plans of every statement that runs.

mod all_or_none;
mod campaign_deeds;
mod copied;
mod crowd;
mod days;
mod deeds;
mod desk;
mod faults;
mod goes_out;
mod in_parts;
mod keeping;
mod kinds;
mod lint;
mod lint_deeds;
mod mix;
mod mutants;
mod oracle;
mod packet_deeds;
mod picture_deeds;
mod plans;
mod snippet_deeds;
mod storm;
mod taken_back;
mod talk_deeds;
mod text_deeds;
mod yes;
