using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Reelsmith.Hosting.Artifacts;
using Reelsmith.Hosting.Buckets;
using Reelsmith.Tests.Servers;

namespace Reelsmith.Hosting.Tests.Buckets;

public sealed class BucketLifecycleTests : IDisposable
{
    private const string Own = "<LifecycleConfiguration><Rule><ID>ours</ID><Status>Enabled</Status><Filter><Prefix>logs/</Prefix></Filter><Expiration><Days>30</Days></Expiration></Rule></LifecycleConfiguration>";
    private const string Complete = "<LifecycleConfiguration><Rule><ID>theirs</ID><Status>Enabled</Status><Filter></Filter><AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload></Rule></LifecycleConfiguration>";

    private readonly HttpListener _listener = new();
    private readonly Uri _endpoint = new($"http://127.0.0.1:{FreePort.Next()}");
    private string? _configuration;
    private int _sets;

    public BucketLifecycleTests()
    {
        _listener.Prefixes.Add(_endpoint.AbsoluteUri);
        _listener.Start();
        _ = Serve();
    }

    public void Dispose() => _listener.Close();

    [Fact]
    public async Task A_rule_is_set_once()
    {
        await Ensure();
        await Ensure();

        Assert.Equal(1, _sets);
        Assert.Contains("<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation></AbortIncompleteMultipartUpload>", _configuration, StringComparison.Ordinal);
        Assert.Contains("<Prefix>films/</Prefix>", _configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_others_have_set_stay()
    {
        _configuration = Own;

        await Ensure();

        Assert.Contains("<ID>ours</ID>", _configuration, StringComparison.Ordinal);
        Assert.Contains("<Days>30</Days>", _configuration, StringComparison.Ordinal);
        Assert.Contains("AbortIncompleteMultipartUpload", _configuration, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_for_other_objects_is_not_enough()
    {
        _configuration = Complete.Replace("<Filter></Filter>", "<Filter><Prefix>logs/</Prefix></Filter>", StringComparison.Ordinal);

        await Ensure();

        Assert.Equal(1, _sets);
    }

    [Fact]
    public async Task A_bucket_that_removes_them_already_is_left_as_it_is()
    {
        _configuration = Complete;

        await Ensure();

        Assert.Equal(0, _sets);
    }

    private async Task Ensure()
    {
        using var bucket = new Bucket(new ArtifactSettings { Bucket = "bucket", Endpoint = _endpoint, AccessKey = "key", SecretKey = "secret", Prefix = "films" });
        await new BucketLifecycle(bucket, NullLogger<BucketLifecycle>.Instance).Ensure(TestContext.Current.CancellationToken);
    }

    // What S3 says to GET and PUT ?lifecycle.
    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                if (context.Request.HttpMethod == "PUT")
                {
                    using var body = new StreamReader(context.Request.InputStream);
                    _configuration = await body.ReadToEndAsync();
                    _sets++;
                }
                else
                {
                    if (_configuration is null) context.Response.StatusCode = 404;
                    await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(_configuration ?? "<Error><Code>NoSuchLifecycleConfiguration</Code><Message>None.</Message></Error>"));
                }
                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // closed
        }
    }
}
