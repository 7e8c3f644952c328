using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Artifacts;

namespace Reelsmith.Gateway.Videos;

/// <summary>Gives a file of a video: sends the client to where it is stored, or else sends the file. Ranges, If-None-Match and HEAD are understood
/// either way.</summary>
internal static class FileDownload
{
    /// <param name="name">What the client may call the file.</param>
    public static async Task<IResult> Of(HttpContext context, IArtifactStore artifacts, ArtifactRef file, string contentType, string name)
    {
        var tag = new EntityTagHeaderValue($"\"{file.Hash}\"");
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        context.Response.Headers.CacheControl = "private, no-cache"; // to be asked for again: an edited video has other files at the same address
        if (await artifacts.AddressOf(file, new Download(context.Request.Method, contentType, disposition.ToString()), context.RequestAborted) is { } address)
        {
            context.Response.GetTypedHeaders().ETag = tag;
            return IsKnown(context.Request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Redirect(address.AbsoluteUri, preserveMethod: false);
        }
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Features.Set<IHttpResponseBodyFeature>(new LargeReads(context.Features.GetRequiredFeature<IHttpResponseBodyFeature>()));
        return TypedResults.PhysicalFile(await artifacts.PathOf(file, context.RequestAborted), contentType, entityTag: tag, enableRangeProcessing: true);
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Tag == "*");
}
