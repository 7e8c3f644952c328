namespace Reelsmith.Video.Illustrations;

/// <summary>What sort of thing a picture shows. The names in pictures.tsv are these in lower case.</summary>
internal enum PictureKind
{
    Object,
    Animal,
    Plant,
    Food,
    Place,
    Vehicle,
    Sky,
    Person,

    /// <summary>Ghost, robot, alien…: neither person nor face.</summary>
    Fantasy,

    /// <summary>Heart, brain, bone, ear…</summary>
    Body,

    /// <summary>A hand that says something.</summary>
    Gesture,

    /// <summary>A yellow face, a cat's or a monkey's.</summary>
    Face,

    /// <summary>Hearts, bubbles, sparks of a comic.</summary>
    Emotion,
    Symbol,

    /// <summary>Letters on a coloured square, signs of the zodiac: what nobody would draw to explain anything.</summary>
    Button,
    Sign,
    Arrow,
    Keycap,
    Clock,
    Shape,
    Flag,
}
