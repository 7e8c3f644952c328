using System.Security.Cryptography;

namespace Reelsmith.Composer.Music;

/// <summary>The instruments that the music bed is played on.</summary>
/// <param name="Hash">SHA-256 of the file: another soundfont is another film.</param>
internal sealed record SoundFont(string Path, string Name, string Licence, string Hash)
{
    // In order of preference; the first is the one that ./run installs, so that films are the same everywhere.
    private static readonly (string Path, string Name, string Licence)[] Known =
    [
        ("/usr/share/sounds/sf2/TimGM6mb.sf2", "TimGM6mb, by Tim Brechbill", "GPL-2.0-only"),
        ("/usr/share/sounds/sf2/FluidR3_GM.sf2", "FluidR3 GM, by Frank Wen", "MIT"),
        ("/usr/share/soundfonts/FluidR3_GM.sf2", "FluidR3 GM, by Frank Wen", "MIT"),
    ];

    /// <summary>The soundfont of this machine, or null when none is installed.</summary>
    public static async Task<SoundFont?> Find(CancellationToken cancellationToken)
    {
        foreach (var (path, name, licence) in Known)
        {
            if (!File.Exists(path)) continue;
            await using var file = File.OpenRead(path);
            return new SoundFont(path, name, licence, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
        }
        return null;
    }
}
