using System.Text.Json.Serialization;

namespace Reelsmith.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<DerivedKind>))]
public enum DerivedKind
{
    /// <summary>JPEG of small pictures in rows of five, read like a page, the longer side of each 320 pixels. They are taken from 0 s on
    /// at equal distances of whole seconds: as many as the film's length needs at two seconds each, but never more than a hundred.</summary>
    [JsonStringEnumMemberName("spritesheet")] Spritesheet,

    /// <summary>The film's sound, as it is in the film: AAC in MP4 (.m4a).</summary>
    [JsonStringEnumMemberName("audio")] Audio,
}
