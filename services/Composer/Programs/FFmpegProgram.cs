using System.Text;
using FFMpegCore;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Processes;
using Reelsmith.Hosting.Stages;

namespace Reelsmith.Composer.Programs;

/// <summary>Runs FFmpeg with arguments built by FFMpegCore. FFMpegCore's own runner asks a cancelled ffmpeg to finish its file;
/// a <see cref="ChildProcess"/> ends it at once and counts its processor time.</summary>
internal static class FFmpegProgram
{
    public const string FFmpeg = "ffmpeg";
    public const string FFprobe = "ffprobe";

    /// <param name="folder">Where it runs; file names in the arguments are relative to it.</param>
    /// <param name="feed">Writes to its standard input.</param>
    /// <param name="drain">Reads its standard output.</param>
    /// <returns>The end of what it wrote to standard error.</returns>
    /// <exception cref="ReelsmithException">It is missing, was killed, or failed.</exception>
    public static async Task<string> Run(FFMpegArgumentProcessor arguments, string folder, StageWork work, CancellationToken cancellationToken,
        Func<Stream, CancellationToken, Task>? feed = null, Func<Stream, CancellationToken, Task>? drain = null)
    {
        await using var child = ChildProcess.Start(FFmpeg, ArgumentLine.Split(arguments.Arguments), work, folder, cancellationToken);
        var draining = drain is null
            ? child.StandardOutput.CopyToAsync(Stream.Null, cancellationToken)
            : drain(child.StandardOutput, cancellationToken);
        try
        {
            if (feed is not null) await feed(child.StandardInput, cancellationToken);
            child.CloseInput();
        }
        catch (IOException)
        {
            // it ended without reading everything; its exit code tells why
        }
        await draining;
        await child.WaitForSuccess(cancellationToken);
        return child.ErrorTail;
    }

    /// <summary>What ffprobe tells about a file, as text.</summary>
    public static async Task<string> Probe(IEnumerable<string> arguments, string file, StageWork work, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await ChildProcess.Run(FFprobe, ["-v", "error", .. arguments, "-i", file], default, work, cancellationToken));
}
