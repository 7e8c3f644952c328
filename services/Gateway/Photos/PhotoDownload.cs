using System.Net.Http.Headers;
using Reelsmith.Contracts;
using Reelsmith.Gateway.Outgoing;

namespace Reelsmith.Gateway.Photos;

/// <summary>Fetches a picture from a URL of the public internet, or takes it out of a data URL.</summary>
internal sealed class PhotoDownload(PublicAddressesOnly addresses, TimeProvider time) : IDisposable
{
    private const string DataScheme = "data:";
    private const string Base64 = ";base64";
    private const int Piece = 64 * 1_024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new(addresses.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <exception cref="ReelsmithException">The URL cannot be used, or no picture comes from there.</exception>
    public Task<byte[]> Get(string url, CancellationToken cancellationToken)
    {
        if (url.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(OfData(url));
        addresses.Check(url, "The picture's URL", "photo_url");
        return Fetch(url, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    // RFC 2397.
    private static byte[] OfData(string url)
    {
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !url.AsSpan(0, comma).EndsWith(Base64, StringComparison.OrdinalIgnoreCase)) throw NoData();
        try
        {
            return Convert.FromBase64String(url[(comma + 1)..]);
        }
        catch (FormatException)
        {
            throw NoData();
        }
    }

    private async Task<byte[]> Fetch(string url, CancellationToken cancellationToken)
    {
        using var timeOut = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeOut.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Reelsmith", null));
            request.Headers.Accept.ParseAdd("image/*");
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if ((int)response.StatusCode is >= 300 and < 400) throw Failed("leads on to another, which is not followed.", "Give the picture's own URL.");
            if (!response.IsSuccessStatusCode) throw Failed($"was answered with the status {(int)response.StatusCode}.", "See that anybody can open it.");
            await using var body = await response.Content.ReadAsStreamAsync(either.Token);
            using var content = new MemoryStream();
            var piece = new byte[Piece];
            // As soon as it is more than is taken, that can be told.
            for (int read; content.Length <= PhotoImport.MostBytes && (read = await body.ReadAsync(piece, either.Token)) > 0;) content.Write(piece, 0, read);
            return content.ToArray();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed($"did not give the picture within {Longest.TotalSeconds:0} seconds.", "Try again, or send the picture itself.");
        }
        catch (Exception e) when (e is HttpRequestException { InnerException: PrivateAddressException } or PrivateAddressException)
        {
            throw Failed("leads to an address that is not public.", "Send the picture itself.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw Failed("could not be fetched.", "See that anybody can open it, or send the picture itself.");
        }
    }

    private static ReelsmithException NoData() => ReelsmithException.InvalidInput("photo_url", "The picture's data URL is not in base64.", "Write it as data:image/jpeg;base64,… or send the picture as a file.");

    private static ReelsmithException Failed(string fault, string hint) => ReelsmithException.InvalidInput("photo_url", $"The picture's URL {fault}", hint);
}
