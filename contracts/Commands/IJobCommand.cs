namespace Reelsmith.Contracts;

/// <summary>What every command to a stage says of its job.</summary>
public interface IJobCommand
{
    Guid JobId { get; }

    /// <summary>Which plan of the job the work belongs to; see <see cref="JobEvent.Revision"/>.</summary>
    int Revision { get; }
}
