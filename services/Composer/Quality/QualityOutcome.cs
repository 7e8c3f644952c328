using System.Text.Json.Serialization;

namespace Reelsmith.Composer.Quality;

[JsonConverter(typeof(JsonStringEnumConverter<QualityOutcome>))]
internal enum QualityOutcome
{
    [JsonStringEnumMemberName("passed")] Passed,

    /// <summary>Odd, but a film may be meant so.</summary>
    [JsonStringEnumMemberName("warning")] Warning,

    [JsonStringEnumMemberName("failed")] Failed,
}
