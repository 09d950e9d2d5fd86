namespace IoSpec.Contracts.Migration;

/// <summary>One call of one who drives devices.</summary>
/// <param name="Device">The device, from 0; -1 for the log, which is of all of them.</param>
/// <param name="Does">What was asked for.</param>
/// <param name="To">The state that was asked for; null for other calls.</param>
/// <param name="Succeeded">Whether it was done.</param>
public sealed record DeviceCall(int Device, DeviceCallKind Does, DeviceState? To, bool Succeeded);
