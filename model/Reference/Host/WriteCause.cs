namespace IoSpec.Reference.Host;

/// <summary>On whose account a device writes.</summary>
public enum WriteCause
{
    /// <summary>Its own.</summary>
    Own,

    /// <summary>A driver has told it a buffer.</summary>
    Buffer,

    /// <summary>A buffer was made available in its queue.</summary>
    QueueBuffer,

    /// <summary>It was told an address of one of its guest's address spaces.</summary>
    Space,

    /// <summary>A driver copies between memory and the slots of a bounce pool.</summary>
    Bounce,

    /// <summary>It tells in the queue that it has used a buffer.</summary>
    Ring,
}
