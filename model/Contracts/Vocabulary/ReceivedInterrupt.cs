namespace IoSpec.Contracts;

/// <summary>An interrupt that a processor has received.</summary>
/// <param name="Processor">The processor.</param>
/// <param name="Vector">Its number there.</param>
public readonly record struct ReceivedInterrupt(ProcessorId Processor, InterruptVector Vector);
