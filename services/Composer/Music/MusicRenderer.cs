using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Music;

/// <summary>Plays a MIDI file on a soundfont with FluidSynth.</summary>
internal static class MusicRenderer
{
    public const string Program = "fluidsynth";

    /// <param name="wav">Is written: 48 kHz, stereo, 32-bit float.</param>
    public static async Task Render(byte[] midi, SoundFont font, string midiFile, string wav, StageWork work, CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(midiFile, midi, cancellationToken);
        // No configuration file of the user's may change the sound.
        string[] arguments =
        [
            "-ni", "-q", "-f", "/dev/null", "-R", "1", "-C", "0", "-g", "0.5", "-r", $"{VideoFormat.SampleRate}",
            "-o", "synth.reverb.room-size=0.75", "-o", "synth.reverb.damp=0.35", "-o", "synth.reverb.width=0.9", "-o", "synth.reverb.level=0.55",
            "-o", "synth.cpu-cores=1", "-T", "wav", "-O", "float", "-F", wav, font.Path, midiFile,
        ];
        await ChildProcess.Run(Program, arguments, default, work, cancellationToken);
        if (!File.Exists(wav))
        {
            throw new ReelsmithException(new Failure(FailureKind.Internal, "music_failed", "FluidSynth wrote no sound.",
                "Run `reelsmith doctor`, or make the film with `--music none`.", Engine: Program));
        }
    }
}
