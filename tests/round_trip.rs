//! Reading and writing tables.

use tafel::table_file::read;

const WHOLE: &str = include_str!("support/whole.ron");

#[test]
fn every_field_of_the_format_is_read() {
    let reading = read(WHOLE);
    assert_eq!(reading.problems, []);
    let table = reading.table.unwrap();
    println!("{table:#?}");
}
