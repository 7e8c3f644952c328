using System.Globalization;
using MassTransit;
using Reelsmith.Contracts;

namespace Reelsmith.Hosting.Bus;

/// <summary>Asks a stage for something over the bus and waits for the answer; whatever goes wrong is a failure of the stage.</summary>
public static class StageRequests
{
    /// <summary>The code of the failure when no answer came.</summary>
    public const string Unanswered = "stage_unanswered";

    /// <summary>Sends a request, or a command as a request.</summary>
    /// <param name="stage">Whose fault it is when there is no answer.</param>
    /// <param name="within">How long to wait.</param>
    /// <returns>The answer when all goes well.</returns>
    /// <exception cref="ReelsmithException">The stage has failed, could not even take the request, or has not answered.</exception>
    public static async Task<TAnswer> Ask<TRequest, TAnswer>(this IBus bus, string stage, string queue, TRequest request, TimeSpan within, CancellationToken cancellationToken)
        where TRequest : class
        where TAnswer : class
    {
        try
        {
            // Only the wait is cancelled: a request that is given up while it is being sent is an error in the bus's log.
            var answer = await bus.CreateRequestClient<TRequest>(Queues.Address(queue), within).GetResponse<TAnswer, RequestFailed, StageFailed>(request, CancellationToken.None).WaitAsync(cancellationToken);
            return answer.Message switch
            {
                TAnswer made => made,
                StageFailed failed => throw new ReelsmithException(failed.Failure),
                var other => throw new ReelsmithException(((RequestFailed)other).Failure),
            };
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
