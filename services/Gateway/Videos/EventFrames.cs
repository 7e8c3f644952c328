using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Progress;

namespace Reelsmith.Gateway.Videos;

/// <summary>Changes of jobs as server-sent events. Each state is written once, however many watch it.</summary>
internal sealed class EventFrames(JobCatalog jobs, IOptions<JsonOptions> json)
{
    private const int Progress = -1;
    private readonly ConditionalWeakTable<JobSnapshot, ConcurrentDictionary<int, Lazy<Task<byte[]>>>> _frames = [];

    public async Task<byte[]> Of(JobChange change)
    {
        var frames = _frames.GetOrCreateValue(change.Snapshot);
        var key = change.Event is null ? Progress : change.Version;
        var frame = frames.GetOrAdd(key, _ => new Lazy<Task<byte[]>>(() => Write(change)));
        try
        {
            return await frame.Value;
        }
        catch
        {
            frames.TryRemove(KeyValuePair.Create(key, frame)); // the next watcher tries again
            throw;
        }
    }

    // What is written belongs to every watcher: none of them can cancel it by going away.
    private async Task<byte[]> Write(JobChange change)
    {
        var (type, scene) = NameOf(change.Event);
        var video = await jobs.Find(change.Snapshot.JobId, CancellationToken.None) is { } job ? Video.Of(job.At(change.Snapshot)) : null; // null: deleted meanwhile
        var frame = new StringBuilder();
        if (change.Event is not null) frame.Append(CultureInfo.InvariantCulture, $"id: {change.Version}\n");
        return Encoding.UTF8.GetBytes(frame.Append(CultureInfo.InvariantCulture, $"event: {type}\ndata: {JsonSerializer.Serialize(new VideoEvent(type, scene, video), json.Value.SerializerOptions)}\n\n").ToString());
    }

    private static (string Type, int? Scene) NameOf(JobEvent? happened) => happened switch
    {
        null => ("progress", null),
        JobSubmitted => ("video.queued", null),
        JobStarted => ("video.started", null),
        ScriptWritten => ("script.written", null),
        SceneNarrated narrated => ("scene.narrated", narrated.Scene),
        SceneRendered rendered => ("scene.rendered", rendered.Scene),
        VideoComposed => ("video.completed", null),
        StoryboardEdited => ("storyboard.edited", null),
        JobRetried => ("video.retried", null),
        StageFailed failed => ("video.failed", failed.Failure.Scene),
        _ => ("video.cancelled", null),
    };
}
