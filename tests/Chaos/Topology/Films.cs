using System.Security.Cryptography;
using Reelsmith.Contracts;

namespace Reelsmith.Chaos.Tests.Topology;

/// <summary>The files of completed videos: all of them in the bucket, and what each gateway gives to clients.</summary>
internal static class Films
{
    private const int AtOnce = 8;
    private static readonly string[] Variants = ["video", "thumbnail", "captions.srt", "captions.vtt", "storyboard", "provenance", "qc"];

    public static async Task<IReadOnlyList<Finding>> Check(Site site, IReadOnlyList<StoredJob> jobs)
    {
        var findings = new System.Collections.Concurrent.ConcurrentBag<Finding>();
        var completed = jobs.Where(job => job.Status == "completed").Select(job => (job.Id, Files: FilesOf(job))).ToArray();
        using var http = new HttpClient();
        using var bucket = site.Servers.Bucket.Client();
        await Parallel.ForEachAsync(completed.SelectMany(job => job.Files).DistinctBy(file => file.Hash), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, stop) =>
        {
            try
            {
                using var stored = await bucket.GetObjectAsync(site.Servers.Bucket.Bucket, $"artifacts/{file.Hash[..2]}/{file.Hash}.{file.Extension}", stop);
                if (await HashOf(stored.ResponseStream, stop) != file.Hash) findings.Add(new Finding(Fault.FileBroken, $"{file.Hash}.{file.Extension} in the bucket"));
            }
            catch (Amazon.Runtime.AmazonClientException e)
            {
                findings.Add(new Finding(Fault.FileBroken, $"{file.Hash}.{file.Extension} in the bucket: {e.Message}"));
            }
        });
        await Parallel.ForEachAsync(completed.SelectMany((job, n) => site.Gateways.Select(gateway => (job, gateway, n % Variants.Length))), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (asked, stop) =>
        {
            var (job, gateway, variant) = asked;
            using var answer = await http.GetAsync(new Uri(await gateway.Address, $"/v1/videos/{job.Id}/content?variant={Variants[variant]}"), stop);
            await using var content = await answer.Content.ReadAsStreamAsync(stop);
            if (!answer.IsSuccessStatusCode || await HashOf(content, stop) != job.Files[variant].Hash) findings.Add(new Finding(Fault.FileBroken, $"{Variants[variant]} of {job.Id} from {gateway.Name}: {(int)answer.StatusCode}"));
        });
        return [.. findings];
    }

    // In the order of the variants.
    private static ArtifactRef[] FilesOf(StoredJob job)
    {
        var files = job.Log.Select(line => line.Event).OfType<VideoComposed>().Last().Files;
        return [files.Video, files.Poster, files.CaptionsSrt, files.CaptionsVtt, files.Storyboard, files.Provenance, files.Qc];
    }

    private static async Task<string> HashOf(Stream content, CancellationToken cancellationToken) => Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
}
