namespace Reelsmith.Composer.Music;

/// <summary>How the moving figure breaks a chord into notes.</summary>
internal enum Figuration
{
    /// <summary>Slow broken chords, as on a piano.</summary>
    Broken,

    /// <summary>Short notes off the beat, as pizzicato strings.</summary>
    Plucked,

    /// <summary>Up and down over two octaves, as on a harp.</summary>
    Waves,

    /// <summary>The same few notes again and again.</summary>
    Ostinato,

    /// <summary>Thumb and fingers, as on a guitar.</summary>
    Picked,
}
