/// A field of a form.
pub trait FormField: Copy + PartialEq + 'static {
    /// The id of its element; those of its hint and of its problem are made from it.
    fn id(self) -> String;
}
