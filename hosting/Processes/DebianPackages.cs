namespace Reelsmith.Hosting.Processes;

/// <summary>Which of Debian's packages bring a program.</summary>
public static class DebianPackages
{
    public static string Of(string program) => program switch
    {
        "ffprobe" => "ffmpeg",
        "rsvg-convert" => "librsvg2-bin",
        "festival" => "festival festvox-us-slt-hts",
        "fluidsynth" => "fluidsynth timgm6mb-soundfont",
        _ => program,
    };
}
