using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reelsmith.Composer.Quality;

/// <summary>What ffprobe prints with <c>-show_streams -show_chapters -show_format -of json</c>, as far as it is judged.</summary>
internal sealed record ProbedFile(IReadOnlyList<ProbedFile.Stream> Streams, IReadOnlyList<ProbedFile.Chapter> Chapters)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public Stream? Video => Streams.FirstOrDefault(s => s.CodecType == "video");

    public Stream? Audio => Streams.FirstOrDefault(s => s.CodecType == "audio");

    public Stream? Subtitles => Streams.FirstOrDefault(s => s.CodecType == "subtitle");

    public static ProbedFile Parse(string json) => JsonSerializer.Deserialize<ProbedFile>(json, Format) ?? throw new InvalidDataException("ffprobe printed null.");

    internal sealed record Stream(string CodecType, string? CodecName, string? Profile, string? PixFmt, int Width, int Height, string? AvgFrameRate,
        string? ColorRange, string? ColorSpace, string? ColorTransfer, string? ColorPrimaries, int SampleRate, int Channels, double Duration,
        string TimeBase, IReadOnlyDictionary<string, string>? Tags);

    internal sealed record Chapter(double StartTime, double EndTime, IReadOnlyDictionary<string, string>? Tags);
}
