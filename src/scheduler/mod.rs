//! WHAT IS DUE: pure functions of what is planned and the moment.
