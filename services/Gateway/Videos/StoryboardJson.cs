using System.Text;
using System.Text.Json;
using Reelsmith.Contracts;

namespace Reelsmith.Gateway.Videos;

/// <summary>Reads a storyboard that came over HTTP.</summary>
internal static class StoryboardJson
{
    /// <inheritdoc cref="StoryboardReader.Read(ReadOnlyMemory{byte})"/>
    public static Storyboard Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            if (utf8.Length <= StoryboardLimits.Bytes) JsonText.Check(utf8.Span.StartsWith(Encoding.UTF8.Preamble) ? utf8.Span[Encoding.UTF8.Preamble.Length..] : utf8.Span);
        }
        catch (JsonException)
        {
            // the reader says where
        }
        return StoryboardReader.Read(utf8);
    }
}
