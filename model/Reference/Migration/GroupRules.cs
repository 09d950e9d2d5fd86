namespace IoSpec.Reference.Migration;

/// <summary>The decisions of one who drives a group of devices; a faulty one overrides one of them.</summary>
public class GroupRules
{
    /// <summary>As the specification has it.</summary>
    public static GroupRules Standard { get; } = new();

    /// <summary>Whether all devices pass a P2P state before the first one stops or runs.</summary>
    public virtual bool PassesBarrier => true;

    /// <summary>Whether a device is asked for a state only if it has it.</summary>
    public virtual bool AsksForWhatIsThere => true;

    /// <summary>Whether the log is read after the last device has stopped.</summary>
    public virtual bool CollectsLast => true;

    /// <summary>Whether interrupts are set up before RESUMING is left.</summary>
    public virtual bool SetsVectors => true;

    /// <summary>Whether streams are read to their end.</summary>
    public virtual bool ReadsToEnd => true;

    /// <summary>Whether a device that cannot be brought back is reset.</summary>
    public virtual bool ResetsWhatFails => true;

    /// <summary>Whether a device is stopped.</summary>
    public virtual bool Stops(int device, int devices) => true;
}
