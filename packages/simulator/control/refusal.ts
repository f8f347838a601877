/** Why the control says no: an HTTP status and a sentence that names the field and the remedy. */
export interface ControlRefusal {
  readonly status: 400 | 404 | 409;
  readonly message: string;
}

export const badRequest = (message: string): ControlRefusal => ({ status: 400, message });
export const notFound = (message: string): ControlRefusal => ({ status: 404, message });
export const conflict = (message: string): ControlRefusal => ({ status: 409, message });
