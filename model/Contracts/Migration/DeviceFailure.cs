namespace IoSpec.Contracts.Migration;

/// <summary>Which change of state is to fail while a goal is brought about.</summary>
/// <param name="Device">The device, from 0.</param>
/// <param name="Change">Which of the changes that it is asked for, from 0; it stays in its state.</param>
public sealed record DeviceFailure(int Device, int Change);
