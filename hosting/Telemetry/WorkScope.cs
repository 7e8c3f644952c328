using System.Collections;
using System.Globalization;

namespace Reelsmith.Hosting.Telemetry;

/// <summary>Goes with every log line of a piece of work, whoever writes it.</summary>
/// <param name="scene">Null: the work is of no one scene.</param>
internal sealed class WorkScope(Guid jobId, string stage, int? scene) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => scene is null ? 2 : 3;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("JobId", jobId),
        1 => new("Stage", stage),
        2 when scene is not null => new("Scene", scene),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => Enumerable.Range(0, Count).Select(index => this[index]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"job {jobId} {stage} {scene}");
}
