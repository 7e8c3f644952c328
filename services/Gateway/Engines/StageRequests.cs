using System.Globalization;
using MassTransit;
using Reelsmith.Contracts;
using Reelsmith.Hosting.Bus;

namespace Reelsmith.Gateway.Engines;

/// <summary>Asks stages over the bus and waits for the answer; whatever goes wrong is a failure of the stage.</summary>
internal sealed class StageRequests(IBus bus)
{
    /// <summary>The code of the failure when no answer came.</summary>
    public const string Unanswered = "stage_unanswered";

    /// <param name="stage">Whose fault it is when there is no answer.</param>
    /// <param name="within">How long to wait.</param>
    /// <exception cref="ReelsmithException">The stage has failed, or has not answered.</exception>
    public async Task<TAnswer> Ask<TRequest, TAnswer>(string stage, string queue, TRequest request, TimeSpan within, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        var client = bus.CreateRequestClient<TRequest>(Queues.Address(queue), within);
        try
        {
            var answer = await client.GetResponse<TAnswer, RequestFailed, StageFailed>(request, cancellationToken);
            if (answer.Is(out Response<RequestFailed>? refused)) throw new ReelsmithException(refused.Message.Failure);
            if (answer.Is(out Response<StageFailed>? failed)) throw new ReelsmithException(failed.Message.Failure);
            return (TAnswer)answer.Message;
        }
        catch (RequestTimeoutException e)
        {
            throw new ReelsmithException(new Failure(FailureKind.Unavailable, Unanswered,
                string.Create(CultureInfo.InvariantCulture, $"The {stage} stage did not answer within {within.TotalSeconds:0.###} s."), "See that its service runs, or try again.", stage), e);
        }
        catch (RequestFaultException e)
        {
            var fault = e.Fault?.Exceptions.FirstOrDefault();
            throw new ReelsmithException(new Failure(FailureKind.Internal, "internal", $"{fault?.ExceptionType}: {fault?.Message}",
                "This is a fault in Reelsmith; please report it with this message.", stage), e);
        }
    }
}
