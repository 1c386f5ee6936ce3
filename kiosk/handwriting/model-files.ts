// Where the model of handwriting and the licence of what it is made from stand among the kiosk's files.

export const modelPath = '/handwriting/templates.bin';
export const licencePath = '/handwriting/ARPHICPL.TXT';
