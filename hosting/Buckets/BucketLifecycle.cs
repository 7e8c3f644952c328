using Amazon.S3;
using Amazon.S3.Model;
using Microsoft.Extensions.Logging;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Buckets;

/// <summary>Has the bucket remove the parts of uploads that were never finished, as those of a process that was killed.</summary>
internal sealed class BucketLifecycle(Bucket bucket, ILogger<BucketLifecycle> log)
{
    private const string Id = "reelsmith-unfinished-uploads-";
    private const int Days = 1;

    private int _done;

    /// <summary>Adds the rule to those that the bucket has, once a process. A bucket that can't have one, or may not be changed, works without.</summary>
    public async Task Ensure(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _done, 1) != 0) return;
        try
        {
            var rules = await Rules(cancellationToken);
            if (rules.Any(rule => rule.Status == LifecycleRuleStatus.Enabled && rule.AbortIncompleteMultipartUpload is not null && Covers(rule))) return;
            rules.Add(new LifecycleRule
            {
                Id = Id + bucket.KeyOf("").TrimEnd('/').Replace('/', '-'),
                Status = LifecycleRuleStatus.Enabled,
                Filter = new LifecycleFilter { LifecycleFilterPredicate = new LifecyclePrefixPredicate { Prefix = bucket.KeyOf("") } },
                AbortIncompleteMultipartUpload = new LifecycleRuleAbortIncompleteMultipartUpload { DaysAfterInitiation = Days },
            });
            var request = new PutLifecycleConfigurationRequest { BucketName = bucket.Name, Configuration = new LifecycleConfiguration { Rules = rules } };
            await bucket.Send((client, ct) => client.PutLifecycleConfigurationAsync(request, ct), cancellationToken);
        }
        catch (Exception e) when (e is ReelsmithException or AmazonS3Exception)
        {
            log.LogInformation(e, "The bucket {Bucket} has no rule that removes unfinished uploads after {Days} day(s), and none could be set", bucket.Name, Days);
        }
    }

    private bool Covers(LifecycleRule rule) => rule.Filter?.LifecycleFilterPredicate is null
        || (rule.Filter.LifecycleFilterPredicate is LifecyclePrefixPredicate some && bucket.KeyOf("").StartsWith(some.Prefix ?? "", StringComparison.Ordinal));

    private async Task<List<LifecycleRule>> Rules(CancellationToken cancellationToken)
    {
        var found = await bucket.Find((client, ct) => client.GetLifecycleConfigurationAsync(new GetLifecycleConfigurationRequest { BucketName = bucket.Name }, ct), cancellationToken);
        return found?.Configuration?.Rules ?? [];
    }
}
